import { useEffect, useState } from 'preact/hooks';
import { t, uiDirection, uiLanguage } from '../platform/text';
import type { Scene } from './overlay';

/** What a screen reader is told: how an action ended, or which mention the keyboard has reached. */
export function LiveRegion({ reached, announcement }: Pick<Scene, 'reached' | 'announcement'>) {
  const words =
    announcement ?? (reached ? t('mention_reached', reached.surface, reached.index, reached.total) : '');
  // A live region tells of changes only, so it is there before its words are.
  const [announced, setSpoken] = useState('');
  useEffect(() => setSpoken(words), [words]);
  return (
    <div class="visually-hidden" role="status" lang={uiLanguage()} dir={uiDirection()}>
      {announced}
    </div>
  );
}

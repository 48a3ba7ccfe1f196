import { useEffect, useState } from 'preact/hooks';
import { t, uiDirection, uiLanguage } from '../platform/text';
import type { Scene } from './overlay';

/** The live region (ARIA 1.2, `status`) of the cards: how an action ended, or which mention the keyboard has reached. */
export function LiveRegion({ reached, announcement }: Pick<Scene, 'reached' | 'announcement'>) {
  const words =
    announcement ?? (reached ? t('mention_reached', reached.surface, reached.index, reached.total) : '');
  // Only changes of a live region are announced, so it is rendered before its words.
  const [announced, setSpoken] = useState('');
  useEffect(() => setSpoken(words), [words]);
  return (
    <div class="visually-hidden" role="status" lang={uiLanguage()} dir={uiDirection()}>
      {announced}
    </div>
  );
}

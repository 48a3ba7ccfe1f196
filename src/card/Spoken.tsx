import { useEffect, useState } from 'preact/hooks';
import { t, uiDirection, uiLanguage } from '../platform/text';
import type { Scene } from './stage';

/** What a screen reader is told: how an action ended, or which mention the keyboard has reached. */
export function Spoken({ reached, said }: Pick<Scene, 'reached' | 'said'>) {
  const words = said ?? (reached ? t('mention_reached', reached.surface, reached.index, reached.total) : '');
  // A live region tells of changes only, so it is there before its words are.
  const [spoken, setSpoken] = useState('');
  useEffect(() => setSpoken(words), [words]);
  return (
    <div class="spoken" role="status" lang={uiLanguage()} dir={uiDirection()}>
      {spoken}
    </div>
  );
}

import { useCallback, useState } from 'preact/hooks';
import type { Card } from '../../pack/card';
import { t } from '../../platform/text';
import type { AtlasPorts } from './ports';

/**
 * Shows mentions on the page, and reports where that failed.
 * @param cards all cards of the pack, by id
 * @returns a function that shows the next mention of a card, and the status message; empty where all is well
 */
export function useShowMention(ports: AtlasPorts, cards: ReadonlyMap<string, Card>) {
  const [status, setStatus] = useState('');
  const showMention = useCallback(
    (id: string) => {
      setStatus('');
      ports.showMention(id).then(
        ({ count }) => {
          if (count === 0) setStatus(t('atlas_no_longer', cards.get(id)?.name ?? ''));
        },
        () => setStatus(t('unreachable_title')),
      );
    },
    [ports, cards],
  );
  return { status, showMention };
}

import { type ComponentChildren, h } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { Card } from '../../pack/card';
import { t } from '../../platform/text';
import { RichText } from '../../ui/RichText';
import type { AtlasPorts } from './ports';

/**
 * Shows mentions on the page, and reports where that failed.
 * @param cards all cards of the pack, by id
 * @returns a function that shows the next mention of a card, and the status message; null where all is well
 */
export function useShowMention(ports: AtlasPorts, cards: ReadonlyMap<string, Card>) {
  const [status, setStatus] = useState<ComponentChildren>(null);
  const showMention = useCallback(
    (id: string) => {
      setStatus(null);
      ports.showMention(id).then(
        ({ count }) => {
          const card = cards.get(id);
          const name = h('span', { lang: card?.language }, card?.name);
          if (count === 0) setStatus(h(RichText, { of: 'atlas_no_longer', nodes: [name] }));
        },
        () => setStatus(t('unreachable_title')),
      );
    },
    [ports, cards],
  );
  return { status, showMention };
}

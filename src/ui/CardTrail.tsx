import type { Card } from '../pack/card';
import { t } from '../platform/text';
import { IconButton } from './IconButton';

/** The number of cards that there is room for; the last ones visited are shown. */
const MAX_SHOWN = 3;

export interface CardTrailProps {
  /** The cards visited before the open one, in order. */
  trail: readonly Card[];
  /** Returns to a card of the trail, counted from 0. */
  onRevisit: (index: number) => void;
}

/**
 * The cards through which the reader came to the open one.
 * @param props the cards, and what returning to one does
 * @returns a `nav`
 */
export function CardTrail({ trail, onRevisit }: CardTrailProps) {
  const hidden = Math.max(0, trail.length - MAX_SHOWN);
  return (
    <nav class="card-trail" aria-label={t('card_trail')}>
      <IconButton icon="back" label={t('card_back')} onPress={() => onRevisit(trail.length - 1)} />
      <ol>
        {trail.slice(hidden).map(({ name, language }, index) => (
          <li key={hidden + index} lang={language}>
            <button type="button" class="link" title={name} onClick={() => onRevisit(hidden + index)}>
              {name}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

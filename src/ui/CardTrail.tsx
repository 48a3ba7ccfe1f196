import type { Card } from '../pack/card';
import { t } from '../platform/text';
import { IconButton } from './IconButton';

/** So many cards of a trail have room; those visited last. */
const MAX_SHOWN = 3;

export interface CardTrailProps {
  /** The cards that led to the open one, the first one first. */
  trail: readonly Card[];
  /** Back to one of them, counted from 0. */
  onRevisit: (index: number) => void;
}

/**
 * The way that led to a card whose relation was followed, and back.
 * @param props the cards before this one, and what going back to one does
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

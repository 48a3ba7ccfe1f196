import type { CardLine } from '../../pack/outline';

export interface CardNameProps {
  /** Undefined where the pack no longer has the card. */
  card: CardLine | undefined;
  /** The card's id, which stands in for a missing name. */
  id: string;
}

/**
 * The name of a card.
 * @returns a `span` in the language of the pack
 */
export function CardName({ card, id }: CardNameProps) {
  return (
    <span class="name" lang={card?.language}>
      {card?.name ?? id}
    </span>
  );
}

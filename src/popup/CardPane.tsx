import type { Card } from '../pack/card';
import { CardView } from '../ui/CardView';
import { HEADING_ID } from './use-popup';

export interface CardPaneProps {
  card: Card;
  /** Where the page stands among the card's mentions; left out where it has none. */
  position: { index: number; total: number } | undefined;
  onBack: () => void;
  onStep: (direction: 1 | -1) => void;
  onOpenCard: (id: string) => void;
}

/**
 * One card in place of the list.
 * @param props the card, its mentions, and the ways on and back
 * @returns the whole card
 */
export function CardPane({ card, position, ...actions }: CardPaneProps) {
  return (
    <CardView
      // A new card starts at its top.
      key={card.id}
      card={card}
      extent="full"
      headingId={HEADING_ID}
      {...(position && { position })}
      {...actions}
    />
  );
}

import { CardView } from '../../ui/CardView';
import type { CardPaneProps } from './ports';
import { HEADING_ID } from './use-popup';

/**
 * A card that replaces the list.
 * @param props the card, the position among its mentions, and event handlers
 * @returns the card in full
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

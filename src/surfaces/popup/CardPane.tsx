import { CardView } from '../../ui/CardView';
import type { CardPaneProps } from './ports';
import { HEADING_ID } from './use-popup';

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

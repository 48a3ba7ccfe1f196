import { CardView } from '../../ui/CardView';
import { ParagraphProvider } from '../../ui/citations';
import type { CardPaneProps } from './ports';
import { HEADING_ID } from './use-popup';

/**
 * A card that replaces the list.
 * @param props the card, the position among its mentions, and event handlers
 * @returns the card in full
 */
export function CardPane({ card, paragraphs, position, ...actions }: CardPaneProps) {
  return (
    <ParagraphProvider value={paragraphs}>
      <CardView
        // A new card starts at its top.
        key={card.id}
        card={card}
        extent="full"
        headingId={HEADING_ID}
        {...(position && { position })}
        {...actions}
      />
    </ParagraphProvider>
  );
}

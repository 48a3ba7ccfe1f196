import type { Card } from '../../pack/card';
import { CardView } from '../../ui/CardView';
import type { Visit } from '../../ui/VisitWords';
import { NAME_ID } from './use-focus';

export interface PanelCardProps {
  card: Card;
  /** Its number of mentions on the page. */
  total: number;
  visit: Visit | null;
  onOpen: (id: string) => void;
  onShow: (card: string, direction: 1 | -1) => void;
}

/**
 * A card in full, which scrolls with the panel.
 * @param props the card, its mentions on the page, and event handlers
 * @returns the card, with a lit edge
 */
export function PanelCard({ card, total, visit, onOpen, onShow }: PanelCardProps) {
  const visited = visit?.card === card.id && visit.count > 0 ? visit : undefined;
  const position = { index: visited?.position ?? 0, total: visited?.count ?? total };
  return (
    <div class="lit-card">
      <CardView
        key={card.id}
        card={card}
        extent="full"
        inFlow
        headingId={NAME_ID}
        {...(position.total > 0 && {
          position,
          onStep: (direction: 1 | -1) => onShow(card.id, direction),
        })}
        onOpenCard={onOpen}
      />
    </div>
  );
}

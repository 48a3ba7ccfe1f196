import type { FigureOnPage } from '../../pack/card';
import { t } from '../../platform/text';
import { CardView } from '../../ui/CardView';
import { IconButton } from '../../ui/IconButton';
import { CountMark } from './CardRows';
import type { Row } from './rows';
import { NAME_ID } from './use-focus';

export interface LeadCardProps {
  row: Row;
  /** Figures of the page on the same subjects as the card's. */
  figures: readonly FigureOnPage[];
  onOpen: (id: string) => void;
  onNextMention: (id: string) => void;
}

/**
 * The leading card as a peek; a click opens it in full.
 * @param props the card and event handlers
 * @returns the card, with its actions below
 */
export function LeadCard({ row: { card, count }, figures, onOpen, onNextMention }: LeadCardProps) {
  const openUnlessSelecting = () => {
    if (document.getSelection()?.isCollapsed !== false) onOpen(card.id);
  };
  return (
    <div class="lit-card">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button below does the same by keyboard */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
      <div onClick={openUnlessSelecting}>
        <CardView key={card.id} card={card} extent="peek" headingId={NAME_ID} figures={figures} />
      </div>
      <div class="lead-actions" data-card={card.id}>
        <button type="button" class="link" onClick={() => onOpen(card.id)}>
          {t('panel_whole_card')}
        </button>
        <CountMark count={count} />
        <IconButton
          icon="next-mention"
          label={t('next_of_card', card.name)}
          onPress={() => onNextMention(card.id)}
        />
      </div>
    </div>
  );
}

import type { Card } from '../../pack/card';
import { t } from '../../platform/text';
import type { TabReport } from '../../protocol/reports';
import { ActionIcon } from '../../ui/Icon';
import { CardRows } from './CardRows';
import { PanelCard } from './PanelCard';
import type { PanelState } from './panel-state';
import { relatedRows } from './rows';

/** Number of related cards that are listed. */
const MAX_RELATED = 6;

export interface ExploringProps {
  state: PanelState;
  /** The open card. */
  card: Card;
  cards: readonly Card[];
  report: TabReport | null;
  onResume: () => void;
  onOpen: (id: string) => void;
  onShow: (card: string, direction: 1 | -1) => void;
}

/**
 * An open card, with its related cards, and the section that the reader left.
 * @param props the state, the card, the page's report, the pack's cards, and event handlers
 * @returns the panel's content
 */
export function Exploring({ state, card, cards, report, onResume, onOpen, onShow }: ExploringProps) {
  const { visit, trail, shown } = state;
  const total = report?.cards.find((entry) => entry.card === card.id)?.count ?? 0;
  const related = relatedRows(card, trail, report, cards).slice(0, MAX_RELATED);
  return (
    <>
      {/* A new card starts at its top. */}
      <PanelCard key={trail.length} {...{ card, total, visit, onOpen, onShow }} />
      {related.length > 0 && (
        <section aria-labelledby="further">
          <h2 id="further" class="list-title">
            {t('panel_further')}
          </h2>
          <CardRows rows={related} isDefined onOpen={onOpen} />
        </section>
      )}
      {shown?.section && (
        <section aria-labelledby="left-off">
          <h2 id="left-off" class="list-title">
            {t('panel_left_off')}
            <span class="list-count">
              {t('panel_section_place', shown.section.index, shown.section.total)}
            </span>
          </h2>
          <button type="button" class="left-off" onClick={onResume}>
            <span dir="auto">{shown.section.title || t('panel_opening')}</span>
            <ActionIcon name="next" />
          </button>
        </section>
      )}
    </>
  );
}

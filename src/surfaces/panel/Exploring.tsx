import type { Card } from '../../pack/card';
import { t } from '../../platform/text';
import type { TabReport } from '../../protocol/reports';
import { CardView } from '../../ui/CardView';
import { ActionIcon } from '../../ui/Icon';
import { CardRows } from './CardRows';
import { PausedBar } from './PausedBar';
import type { PanelState } from './panel-state';
import { relatedRows } from './rows';
import { Trail } from './Trail';
import { NAME_ID } from './use-focus';

/** Number of related cards that are listed. */
const MAX_RELATED = 6;

export interface ExploringProps {
  state: PanelState;
  /** The open card. */
  card: Card;
  cards: readonly Card[];
  report: TabReport | null;
  onBack: () => void;
  onRevisit: (index: number) => void;
  onResume: () => void;
  onOpen: (id: string) => void;
  onShow: (card: string, direction: 1 | -1) => void;
}

/**
 * An open card, with the trail to it and its related cards.
 * @param props the state, the card, the page's report, the pack's cards, and event handlers
 * @returns the panel's content
 */
export function Exploring(props: ExploringProps) {
  const { state, card, cards, report, onBack, onRevisit, onResume, onOpen, onShow } = props;
  const { visit, trail, shown } = state;
  const visited = visit?.card === card.id && visit.count > 0 ? visit : undefined;
  const total = visited?.count ?? report?.cards.find((entry) => entry.card === card.id)?.count ?? 0;
  const related = relatedRows(card, trail, report, cards).slice(0, MAX_RELATED);
  return (
    <>
      <Trail
        cards={trail.flatMap((id) => cards.find((each) => each.id === id) ?? [])}
        onBack={onBack}
        onRevisit={onRevisit}
      />
      <PausedBar isExploring onResume={onResume} />
      <div class="lit-card">
        <CardView
          // A new card starts at its top.
          key={`${trail.length}:${card.id}`}
          card={card}
          extent="full"
          headingId={NAME_ID}
          figures={shown?.figuresOnPage ?? []}
          {...(total > 0 && {
            position: { index: visited?.position ?? 0, total },
            onStep: (direction: 1 | -1) => onShow(card.id, direction),
          })}
          onOpenCard={onOpen}
        />
      </div>
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

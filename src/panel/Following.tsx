import { useRef } from 'preact/hooks';
import type { Card } from '../pack/card';
import { t, tn } from '../platform/text';
import type { TabReport } from '../protocol/messages';
import { CardView } from '../ui/CardView';
import { NumberCheck } from '../ui/NumberCheck';
import { CardChips, CardRows } from './CardRows';
import { PausedBar } from './PausedBar';
import type { PanelState } from './panel-state';
import { sortRows } from './rows';
import { SectionBar } from './SectionBar';
import { NAME_ID } from './use-focus';

/** Number checks above the cards; more of them would push the cards away. */
const MAX_CHECKS = 2;

export interface FollowingProps {
  state: PanelState;
  report: TabReport;
  cards: readonly Card[];
  /** Opens a card, or one behind another. */
  onOpen: (...trail: string[]) => void;
  onShow: (card: string, direction: 1 | -1) => void;
  onNextMention: (card: string) => void;
  onResume: () => void;
}

/**
 * What is on the reader's screen now, and the rest of the page below.
 * @param props the state, the page's report, the pack's cards, and what the buttons do
 * @returns the panel's content
 */
export function Following({ state, report, cards, onOpen, onShow, onNextMention, onResume }: FollowingProps) {
  const { shown, isPaused, visit } = state;
  const former = useRef<string | undefined>(undefined);
  const { lead, onScreen, alsoOnScreen, elsewhere } = sortRows(shown, report, cards, former.current);
  former.current = lead?.card.id;

  const compared = cards.flatMap(({ figures }) => figures);
  const checks = (shown?.figures ?? []).slice(0, MAX_CHECKS);
  const checked = new Set(checks.map(({ about }) => about));
  const total = (lead ? 1 : 0) + onScreen.length + alsoOnScreen.length;
  const open = (id: string) => onOpen(id);
  const visited = lead && visit?.card === lead.card.id && visit.count > 0 ? visit : undefined;
  return (
    <>
      {isPaused && <PausedBar isExploring={false} onResume={onResume} />}
      {shown?.section && <SectionBar section={shown.section} />}
      {checks.length > 0 && (
        <div class="checks">
          <NumberCheck figures={compared} onPage={checks} language={cards[0]?.language ?? 'en'} />
        </div>
      )}
      {shown && (
        <section aria-labelledby="on-screen">
          <h2 id="on-screen" class="list-title">
            {t('panel_on_screen')}
            <span>{total > 0 && tn('cards', total)}</span>
          </h2>
          {lead ? (
            <div class="lit-card">
              <CardView
                key={lead.card.id}
                card={lead.card}
                extent="full"
                headingId={NAME_ID}
                figures={shown.figuresOnPage.filter(({ about }) => !checked.has(about))}
                position={{ index: visited?.position ?? 0, total: visited?.count ?? lead.count }}
                onStep={(direction) => onShow(lead.card.id, direction)}
                onOpenCard={(id) => onOpen(lead.card.id, id)}
              />
            </div>
          ) : (
            <p class="nothing">{t('panel_nothing_on_screen')}</p>
          )}
          <CardRows rows={onScreen} isDefined onOpen={open} onNextMention={onNextMention} />
          {alsoOnScreen.length > 0 && (
            <div class="also">
              <h3>{t('panel_also_on_screen')}</h3>
              <CardChips rows={alsoOnScreen} onOpen={open} />
            </div>
          )}
        </section>
      )}
      {elsewhere.length > 0 && (
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere" class="list-title">
            {shown ? t('panel_elsewhere') : t('panel_on_page')}
            <span>{tn('cards', elsewhere.length)}</span>
          </h2>
          <CardRows rows={elsewhere} isDefined={false} onOpen={open} onNextMention={onNextMention} />
        </section>
      )}
    </>
  );
}

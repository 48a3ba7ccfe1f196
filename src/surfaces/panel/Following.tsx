import { useRef } from 'preact/hooks';
import type { Card } from '../../pack/card';
import { t, tn } from '../../platform/text';
import type { TabReport } from '../../protocol/reports';
import { NumberCheck } from '../../ui/NumberCheck';
import { CardChips, CardRows } from './CardRows';
import { LeadCard } from './LeadCard';
import { PausedBar } from './PausedBar';
import type { PanelState } from './panel-state';
import { groupRows } from './rows';
import { SectionBar } from './SectionBar';

/** Number of figures that are compared above the cards; more would push the cards out of view. */
const MAX_CHECKS = 2;

export interface FollowingProps {
  state: PanelState;
  report: TabReport;
  cards: readonly Card[];
  onOpen: (card: string) => void;
  onNextMention: (card: string) => void;
  onResume: () => void;
}

/**
 * The cards in the page's viewport, then those on the rest of the page.
 * @param props the state, the page's report, the pack's cards, and event handlers
 * @returns the panel's content
 */
export function Following({ state, report, cards, onOpen, onNextMention, onResume }: FollowingProps) {
  const { shown, isPaused } = state;
  const former = useRef<string | undefined>(undefined);
  const { lead, onScreen, alsoOnScreen, elsewhere } = groupRows(shown, report, cards, former.current);
  former.current = lead?.card.id;

  // Several cards may have the same figure.
  const compared = [
    ...new Map(cards.flatMap(({ figures }) => figures).map((each) => [each.id, each])).values(),
  ];
  const checks = (shown?.figures ?? []).slice(0, MAX_CHECKS);
  const checked = new Set(checks.map(({ about }) => about));
  const total = (lead ? 1 : 0) + onScreen.length + alsoOnScreen.length;
  return (
    <>
      {isPaused && <PausedBar isExploring={false} onResume={onResume} />}
      {shown?.section && <SectionBar section={shown.section} />}
      {checks.length > 0 && (
        <div class="checks">
          <h2 class="hidden">{t('panel_figures')}</h2>
          <NumberCheck figures={compared} onPage={checks} language={cards[0]?.language ?? 'en'} />
        </div>
      )}
      {shown && (
        <section aria-labelledby="on-screen">
          <h2 id="on-screen" class="list-title">
            {t('panel_on_screen')}
            <span class="list-count">{total > 0 && tn('cards', total)}</span>
          </h2>
          {lead ? (
            <LeadCard
              row={lead}
              figures={shown.figuresOnPage.filter(({ about }) => !checked.has(about))}
              onOpen={onOpen}
              onNextMention={onNextMention}
            />
          ) : (
            <p class="nothing">{t('panel_nothing_on_screen')}</p>
          )}
          <CardRows rows={onScreen} isDefined onOpen={onOpen} onNextMention={onNextMention} />
          {alsoOnScreen.length > 0 && (
            <div class="also">
              <h3>{t('panel_also_on_screen')}</h3>
              <CardChips rows={alsoOnScreen} onOpen={onOpen} />
            </div>
          )}
        </section>
      )}
      {elsewhere.length > 0 && (
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere" class="list-title">
            {shown ? t('panel_elsewhere') : t('panel_on_page')}
            <span class="list-count">{tn('cards', elsewhere.length)}</span>
          </h2>
          <CardRows rows={elsewhere} isDefined={false} onOpen={onOpen} onNextMention={onNextMention} />
        </section>
      )}
    </>
  );
}

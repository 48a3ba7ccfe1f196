import { useMemo } from 'preact/hooks';
import type { PackOutline } from '../../pack/outline';
import type { TabReport } from '../../protocol/reports';
import { Unreachable } from '../../ui/StateMessage';
import { UnreadCode } from '../../ui/UnreadCode';
import { useAnswer } from '../../ui/use-answer';
import { VisitWords } from '../../ui/VisitWords';
import { CoverageLine } from './CoverageLine';
import { type Row, rankRows } from './model';
import { PopupHeader } from './PopupHeader';
import { PopupNav } from './PopupNav';
import type { PopupPorts } from './ports';
import { SearchPane } from './SearchPane';
import { type Popup, usePopup } from './use-popup';

export interface AppProps {
  ports: PopupPorts;
  pack: PackOutline;
}

/**
 * The toolbar popup: the page's cards, a search over all cards, or why there are none.
 * @param props the popup's ports and the pack's outline
 * @returns the whole popup
 */
export function App({ ports, pack }: AppProps) {
  const { answer: report, failed, reload } = useAnswer(ports.report, ports.onReportChanged);
  const rows = useMemo(() => (report ? rankRows(report, pack.cards) : []), [report, pack]);
  const popup = usePopup(ports, pack.cards, reload);
  const isListShown = !failed && !popup.opened;
  return (
    <div class="popup">
      <PopupHeader report={report} onSwitch={popup.switchSite} onPause={() => popup.setPaused(true)} />
      <main>
        {failed ? (
          <Unreachable onRetry={() => void reload()} />
        ) : (
          // The first answer takes a few milliseconds, in which a message would flash.
          report && <Content popup={popup} report={report} rows={rows} pack={pack} />
        )}
      </main>
      {isListShown && report?.hasUnreadCode && (
        <UnreadCode onRead={() => void ports.readCode().catch(reload)} />
      )}
      {isListShown && report && rows.length > 0 && pack.parts.length > 0 && (
        <CoverageLine
          pack={pack}
          onPage={report.cards.map(({ card }) => card)}
          isOpen={popup.isCoverageOpen}
          onToggle={popup.openCoverage}
          onOpen={popup.openCard}
        />
      )}
      <PopupNav
        ports={ports}
        onFailed={() => void reload()}
        onReturn={popup.visit?.hasMoved ? popup.goBackOnPage : undefined}
      />
      <Announcement popup={popup} pack={pack} />
    </div>
  );
}

interface ContentProps {
  popup: Popup;
  report: TabReport;
  rows: readonly Row[];
  pack: PackOutline;
}

function Content({ popup, report, rows, pack }: ContentProps) {
  const { opened, visit } = popup;
  if (!opened) return <SearchPane {...{ popup, report, rows, pack }} />;
  const { card, paragraphs, CardPane } = opened;
  const shown = visit?.card === card.id && visit.count > 0 ? visit : null;
  const total = shown?.count ?? rows.find((row) => row.card.id === card.id)?.count;
  return (
    <CardPane
      card={card}
      paragraphs={paragraphs}
      position={total === undefined ? undefined : { index: shown?.position ?? 0, total }}
      onBack={popup.closeCard}
      onStep={(direction) => popup.showMention(card.id, direction)}
      onOpenCard={popup.openCard}
    />
  );
}

/** Says which mention the page was scrolled to. Always in the document: a live region announces only what changes in it. */
function Announcement({ popup: { visit }, pack }: Pick<ContentProps, 'popup' | 'pack'>) {
  return (
    <p class="hidden" role="status">
      {visit && <VisitWords visit={visit} card={pack.cards.find(({ id }) => id === visit.card)} />}
    </p>
  );
}

import type { PackOutline } from '../../pack/outline';
import type { TabReport } from '../../protocol/reports';
import { ReturnBar } from '../../ui/ReturnBar';
import { StateMessage, Unreachable } from '../../ui/StateMessage';
import { UnreadCode } from '../../ui/UnreadCode';
import { useAnswer } from '../../ui/use-answer';
import { type Row, rowsOnPage } from './model';
import { PopupHeader } from './PopupHeader';
import { PopupNav } from './PopupNav';
import type { PopupPorts } from './ports';
import { SearchPane } from './SearchPane';
import { usePopup } from './use-popup';

export interface AppProps {
  ports: PopupPorts;
  pack: PackOutline;
}

/**
 * The toolbar popup: the page's cards, a search over all cards, or why there is neither.
 * @param props the popup's ports and the pack's outline
 * @returns the whole popup
 */
export function App({ ports, pack }: AppProps) {
  const { answer: report, failed, reload } = useAnswer(ports.report, ports.onReportChanged);
  const rows = report ? rowsOnPage(report, pack.cards) : [];
  const hasList = report?.state === 'reading' || (report?.state === 'read' && rows.length > 0);
  const popup = usePopup(ports, pack.cards, reload, hasList);
  const nameOf = (id: string) => pack.cards.find((card) => card.id === id)?.name ?? '';
  return (
    <div class="popup">
      <PopupHeader report={report} onSwitch={popup.switchSite} />
      <main>
        {failed ? (
          <Unreachable onRetry={() => void reload()} />
        ) : (
          // The first answer takes a few milliseconds, in which a message would flash.
          report && <Content popup={popup} report={report} rows={rows} pack={pack} hasList={hasList} />
        )}
      </main>
      {!failed && !popup.opened && report?.hasUnreadCode && (
        <UnreadCode onRead={() => void ports.readCode().catch(reload)} />
      )}
      <PopupNav ports={ports} onFailed={() => void reload()} />
      <ReturnBar visit={popup.visit} nameOf={nameOf} onReturn={popup.goBackOnPage} />
    </div>
  );
}

interface ContentProps {
  popup: ReturnType<typeof usePopup>;
  report: TabReport;
  rows: readonly Row[];
  pack: PackOutline;
  hasList: boolean;
}

function Content({ popup, report, rows, pack, hasList }: ContentProps) {
  const { opened, visit } = popup;
  if (opened) {
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
  if (!hasList && !popup.isBrowsing)
    return (
      <StateMessage
        report={report}
        total={pack.cards.length}
        onSwitchOn={(site) => popup.switchSite(site, true)}
        onAllow={popup.allow}
        onSearchAll={popup.searchAll}
      />
    );
  return (
    <SearchPane
      report={report}
      rows={rows}
      pack={pack}
      query={popup.query}
      kind={popup.kind}
      isBrowsing={popup.isBrowsing}
      onQuery={popup.setQuery}
      onKind={popup.setKind}
      onOpen={popup.openCard}
      onNextMention={(id) => popup.showMention(id, 1)}
    />
  );
}

import type { PackOutline } from '../../pack/outline';
import { ReturnBar } from '../../ui/ReturnBar';
import { StateMessage, Unreachable } from '../../ui/StateMessage';
import { UnreadCode } from '../../ui/UnreadCode';
import { useAnswer } from '../../ui/use-answer';
import { rowsOnPage } from './model';
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
  const filled = report?.state === 'reading' || (report?.state === 'read' && rows.length > 0);
  const popup = usePopup(ports, pack.cards, reload, filled);
  const { opened, visit } = popup;
  const nameOf = (id: string) => pack.cards.find((card) => card.id === id)?.name ?? '';

  const main = () => {
    if (failed) return <Unreachable onRetry={() => void reload()} />;
    // The first answer takes a few milliseconds: an empty moment is calmer than a flash of words.
    if (!report) return null;
    if (opened) {
      const { card: open, CardPane } = opened;
      const shown = visit?.card === open.id && visit.count > 0 ? visit : null;
      const total = shown?.count ?? rows.find(({ card }) => card.id === open.id)?.count;
      return (
        <CardPane
          card={open}
          position={total === undefined ? undefined : { index: shown?.position ?? 0, total }}
          onBack={popup.closeCard}
          onStep={(direction) => popup.showMention(open.id, direction)}
          onOpenCard={popup.openCard}
        />
      );
    }
    if (filled || popup.browsing) {
      return (
        <SearchPane
          report={report}
          rows={rows}
          pack={pack}
          query={popup.query}
          kind={popup.kind}
          browsing={popup.browsing}
          onQuery={popup.setQuery}
          onKind={popup.setKind}
          onOpen={popup.openCard}
          onNextMention={(id) => popup.showMention(id, 1)}
        />
      );
    }
    return (
      <StateMessage
        report={report}
        total={pack.cards.length}
        onSwitchOn={(site) => popup.switchSite(site, true)}
        onAllow={popup.allow}
        onSearchAll={popup.searchAll}
      />
    );
  };

  return (
    <div class="popup">
      <PopupHeader report={report} onSwitch={popup.switchSite} />
      <main>{main()}</main>
      {!failed && !opened && report?.hasUnreadCode && (
        <UnreadCode onRead={() => void ports.readCode().catch(reload)} />
      )}
      <PopupNav ports={ports} onFailed={() => void reload()} />
      <ReturnBar visit={visit} nameOf={nameOf} onReturn={popup.goBack} />
    </div>
  );
}

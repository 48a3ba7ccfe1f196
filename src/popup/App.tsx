import type { Card } from '../pack/card';
import { t } from '../platform/text';
import { ActionIcon } from '../ui/Icon';
import { CardPane } from './CardPane';
import { rowsOnPage } from './model';
import { PopupHeader } from './PopupHeader';
import type { PopupPorts } from './ports';
import { ReturnBar } from './ReturnBar';
import { SearchPane } from './SearchPane';
import { StateMessage, Unreachable } from './StateMessage';
import { usePopup } from './use-popup';
import { useReport } from './use-report';

export interface AppProps {
  ports: PopupPorts;
  /** All cards of the pack. */
  cards: readonly Card[];
}

/**
 * The toolbar popup: the page's cards, a search over all cards, or why there is neither.
 * @param props the popup's ports and the pack's cards
 * @returns the whole popup
 */
export function App({ ports, cards }: AppProps) {
  const { report, failed, reload } = useReport(ports);
  const rows = report ? rowsOnPage(report, cards) : [];
  const filled = report?.state === 'reading' || (report?.state === 'read' && rows.length > 0);
  const popup = usePopup(ports, cards, reload, filled);
  const { open, visit } = popup;

  const main = () => {
    if (failed) return <Unreachable onRetry={() => void reload()} />;
    // The first answer takes a few milliseconds: an empty moment is calmer than a flash of words.
    if (!report) return null;
    if (open) {
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
          cards={cards}
          query={popup.query}
          browsing={popup.browsing}
          onQuery={popup.setQuery}
          onOpen={popup.openCard}
          onNextMention={(id) => popup.showMention(id, 1)}
        />
      );
    }
    return (
      <StateMessage
        report={report}
        total={cards.length}
        declined={popup.declined}
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
      <nav class="popup-nav" aria-label={t('popup_more')}>
        <button type="button" class="nav-link" onClick={() => void ports.openOptions()}>
          <ActionIcon name="options" />
          {t('popup_options')}
        </button>
      </nav>
      <ReturnBar visit={visit} onReturn={popup.goBack} />
    </div>
  );
}

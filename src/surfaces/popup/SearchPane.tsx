import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { PackOutline } from '../../pack/outline';
import { t, tn } from '../../platform/text';
import type { TabReport } from '../../protocol/reports';
import type { Found } from '../../ui/card-search';
import { StateMessage } from '../../ui/StateMessage';
import { wordsOf } from '../../ui/search';
import { foldCompanies, listAll, type Row, summarise } from './model';
import { PageList } from './PageList';
import { Results } from './Results';
import { SearchField } from './SearchField';
import { Subject } from './Subject';
import type { Popup } from './use-popup';

export interface SearchPaneProps {
  popup: Popup;
  report: TabReport;
  /** The page's rows, as ranked. */
  rows: readonly Row[];
  pack: PackOutline;
}

/**
 * What the page is about, the search field, and below it what was found, the page's cards, or why there are none.
 * @param props the popup's state, the page's rows and the pack
 * @returns the popup's main part
 */
export function SearchPane({ popup, report, rows, pack }: SearchPaneProps) {
  const { query, search, visit, areCompaniesOpen } = popup;
  const scroller = useRef<HTMLDivElement>(null);
  const found = useMemo(
    () => (search && wordsOf(query).length > 0 ? search.find(query) : undefined),
    [search, query],
  );
  const isBrowsing = rows.length === 0 && popup.isBrowsing;
  const folded = useMemo(
    () => (isBrowsing ? listAll(pack.cards) : foldCompanies(rows)),
    [isBrowsing, pack, rows],
  );
  const hasList = isBrowsing || rows.length > 0;
  useLayoutEffect(() => {
    // Tests measure the time until the list shows by this mark.
    if (hasList) performance.mark('popup-list');
  }, [hasList]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what another query finds starts at its top
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [query]);
  const actions = {
    visit,
    onOpen: popup.openCard,
    onNextMention: (id: string) => popup.showMention(id, 1),
  };
  const isReading = report.state === 'reading' && !hasList;
  return (
    <div class="scroller" ref={scroller}>
      {!found && rows.length > 0 && <Subject rows={rows} total={report.total} onOpen={popup.openCard} />}
      <div class="find">
        <SearchField query={query} onUse={popup.prepareSearch} onQuery={popup.setQuery} />
      </div>
      <p class={!found && (isReading || isBrowsing) ? 'list-title' : 'hidden'} role="status">
        {found ? describeFound(found) : describePage()}
      </p>
      {found ? (
        <Results {...{ query, found, pack, rows }} {...actions} />
      ) : hasList ? (
        <PageList {...{ folded, areCompaniesOpen }} onCompanies={popup.openCompanies} {...actions} />
      ) : (
        !isReading && (
          <StateMessage
            report={report}
            total={pack.cards.length}
            onSwitchOn={(site) => popup.switchSite(site, true)}
            onResume={() => popup.setPaused(false)}
            onAllow={popup.allow}
            onSearchAll={popup.searchAll}
          />
        )
      )}
    </div>
  );

  function describePage(): string {
    if (rows.length > 0) return summarise(report.total, rows.length);
    if (isReading) return t('popup_reading');
    return isBrowsing ? tn('popup_all', pack.cards.length) : '';
  }
}

function describeFound({ cards, statements, defined }: Found): string {
  const count = cards.length + statements.length + defined.length;
  return count === 0 ? t('popup_found_none') : tn('popup_found', count);
}

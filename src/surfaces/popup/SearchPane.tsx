import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PackOutline } from '../../pack/outline';
import type { Kind } from '../../pack/schema';
import { t, tn } from '../../platform/text';
import type { TabReport } from '../../protocol/reports';
import { CoverageStrip } from '../../ui/CoverageStrip';
import { kindName } from '../../ui/names';
import { queryWords } from '../../ui/search';
import { CardList } from './CardList';
import { KindFilter } from './KindFilter';
import { countKinds, filterByKind, type Row, searchCards, summarise } from './model';
import { NothingFound } from './NothingFound';
import { SearchField } from './SearchField';

export interface SearchPaneProps {
  report: TabReport;
  rows: readonly Row[];
  pack: PackOutline;
  query: string;
  /** The only kind that is listed; null for all. */
  kind: Kind | null;
  /** Whether to list all cards while the field is empty. */
  isBrowsing: boolean;
  onQuery: (query: string) => void;
  onKind: (kind: Kind | null) => void;
  onOpen: (id: string) => void;
  onNextMention: (id: string) => void;
}

/**
 * What the page covers, the search field, the kinds, and the cards.
 * @param props the page's rows, the pack, the search and event handlers
 * @returns the popup's main part
 */
export function SearchPane(props: SearchPaneProps) {
  const { rows, pack, query, kind, onQuery, onKind, onOpen, onNextMention } = props;
  const [current, setCurrent] = useState<string>();
  const scroller = useRef<HTMLDivElement>(null);
  const { isSearching, onPage, elsewhere, kinds } = searchIn(props);
  const isNarrowed = isSearching || kind !== null;
  const listed = [...onPage, ...elsewhere];
  const isListed = listed.length > 0;
  useLayoutEffect(() => {
    // Tests measure the time until the list shows by this mark.
    if (isListed) performance.mark('popup-list');
  }, [isListed]);
  const atTop = <T,>(change: (value: T) => void) => {
    return (value: T) => {
      if (scroller.current) scroller.current.scrollTop = 0;
      change(value);
    };
  };
  const changes = { onQuery: atTop(onQuery), onKind: atTop(onKind) };
  const reachable = listed.find(({ card }) => card.id === current) ?? listed[0];
  const lists = {
    words: queryWords(query),
    current: reachable?.card.id,
    ...{ onCurrent: setCurrent, onOpen, onNextMention },
  };
  return (
    <div class="scroller" ref={scroller}>
      {rows.length > 0 && !isSearching && pack.parts.length > 0 && (
        <CoverageStrip
          parts={pack.parts}
          onPage={rows.map(({ card }) => card.id)}
          language={pack.language}
          nameOf={(id) => pack.cards.find((card) => card.id === id)?.name ?? ''}
          onOpen={onOpen}
        />
      )}
      <div class="find">
        <SearchField query={query} total={pack.cards.length} onQuery={changes.onQuery} />
        <KindFilter kinds={kinds} chosen={kind} onChoose={changes.onKind} />
      </div>
      <p class={isNarrowed ? 'hidden' : 'list-title'} role="status">
        {isNarrowed ? describeFound(listed.length) : describePage(props)}
      </p>
      <CardList title={t('popup_page_list')} isTitled={isNarrowed} rows={onPage} {...lists} />
      <CardList
        title={titleElsewhere(props, isSearching)}
        isTitled={isNarrowed}
        rows={elsewhere}
        {...lists}
      />
      {isNarrowed && !isListed && <NothingFound query={query} kind={kind} {...changes} />}
    </div>
  );
}

/** The rows that the query and the kind leave, and the count of each kind without regard to the chosen one. */
function searchIn({ rows, pack, query, kind, isBrowsing }: SearchPaneProps) {
  const isSearching = queryWords(query).length > 0;
  const hasElsewhere = isSearching || isBrowsing;
  const found = searchCards(query, rows, pack.cards);
  return {
    isSearching,
    onPage: filterByKind(found.onPage, kind),
    // A kind alone also lists the cards of it that the page does not mention.
    elsewhere: hasElsewhere || kind !== null ? filterByKind(found.elsewhere, kind) : [],
    kinds: countKinds(
      hasElsewhere ? [...found.onPage, ...found.elsewhere] : found.onPage,
      rows.length > 0 ? rows : found.elsewhere,
      pack.cards,
    ),
  };
}

const describeFound = (count: number) => (count === 0 ? t('popup_found_none') : tn('popup_found', count));

function describePage({ report, rows, pack }: SearchPaneProps): string {
  if (rows.length > 0) return summarise(report.total, rows.length);
  return report.state === 'reading' ? t('popup_reading') : tn('popup_all', pack.cards.length);
}

function titleElsewhere({ rows, kind }: SearchPaneProps, isSearching: boolean): string {
  return kind !== null && !isSearching && rows.length > 0
    ? t('popup_kind_left_out', kindName(kind))
    : t('popup_rest_list');
}

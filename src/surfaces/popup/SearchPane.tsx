import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PackOutline } from '../../pack/outline';
import type { Kind } from '../../pack/schema';
import { t, tn } from '../../platform/text';
import type { TabReport } from '../../protocol/reports';
import { CoverageStrip } from '../../ui/CoverageStrip';
import { queryWords } from '../../ui/search';
import { kindWord } from '../../ui/words';
import { CardList } from './CardList';
import { KindFilter } from './KindFilter';
import { countKinds, ofKind, type Row, searchCards, summarise } from './model';
import { NothingFound } from './NothingFound';
import { SearchField } from './SearchField';

export interface SearchPaneProps {
  report: TabReport;
  rows: readonly Row[];
  pack: PackOutline;
  query: string;
  /** The only kind that is listed; null for all. */
  kind: Kind | null;
  /** Show all cards while the field is empty. */
  browsing: boolean;
  onQuery: (query: string) => void;
  onKind: (kind: Kind | null) => void;
  onOpen: (id: string) => void;
  onNextMention: (id: string) => void;
}

/**
 * What the page covers, the search field, the kinds, and the cards.
 * @param props the page's rows, the pack, what they are narrowed by, and what rows do
 * @returns the popup's main part
 */
export function SearchPane(props: SearchPaneProps) {
  const { rows, pack, query, kind, browsing, onQuery, onKind, onOpen, onNextMention } = props;
  const [current, setCurrent] = useState<string>();
  const scroller = useRef<HTMLDivElement>(null);
  const toTop = () => {
    if (scroller.current) scroller.current.scrollTop = 0;
  };
  const words = queryWords(query);
  const isSearching = words.length > 0;
  const isWide = isSearching || browsing;
  const found = searchCards(query, rows, pack.cards);
  const onPage = ofKind(found.onPage, kind);
  // A kind on its own also shows which of its cards the page leaves out.
  const elsewhere = isWide || kind !== null ? ofKind(found.elsewhere, kind) : [];
  const listed = [...onPage, ...elsewhere];
  const kinds = countKinds(
    isWide ? [...found.onPage, ...found.elsewhere] : found.onPage,
    rows.length > 0 ? rows : found.elsewhere,
    pack.cards,
  );
  const isListed = listed.length > 0;
  useLayoutEffect(() => {
    // The end of what the reader waits for, by the popup's own clock.
    if (isListed) performance.mark('popup-list');
  }, [isListed]);
  const narrow = {
    onQuery(next: string) {
      toTop();
      onQuery(next);
    },
    onKind(next: Kind | null) {
      toTop();
      onKind(next);
    },
  };
  const isNarrowed = isSearching || kind !== null;
  const reachable = listed.find(({ card }) => card.id === current) ?? listed[0];
  const lists = { words, current: reachable?.card.id, onCurrent: setCurrent, onOpen, onNextMention };
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
        <SearchField query={query} total={pack.cards.length} onQuery={narrow.onQuery} />
        <KindFilter kinds={kinds} chosen={kind} onChoose={narrow.onKind} />
      </div>
      <p class={isNarrowed ? 'hidden' : 'list-title'} role="status">
        {isNarrowed ? sayWhatIsFound(listed.length) : sayWhatIsThere(props)}
      </p>
      <CardList title={t('popup_page_list')} isTitled={isNarrowed} rows={onPage} {...lists} />
      <CardList title={titleOfRest(props, isSearching)} isTitled={isNarrowed} rows={elsewhere} {...lists} />
      {isNarrowed && !isListed && <NothingFound query={query} kind={kind} {...narrow} />}
    </div>
  );
}

const sayWhatIsFound = (count: number) => (count === 0 ? t('popup_found_none') : tn('popup_found', count));

function sayWhatIsThere({ report, rows, pack }: SearchPaneProps): string {
  if (rows.length > 0) return summarise(report.total, rows.length);
  return report.state === 'reading' ? t('popup_reading') : tn('popup_all', pack.cards.length);
}

function titleOfRest({ rows, kind }: SearchPaneProps, isSearching: boolean): string {
  return kind !== null && !isSearching && rows.length > 0
    ? t('popup_kind_left_out', kindWord(kind))
    : t('popup_rest_list');
}

import { useState } from 'preact/hooks';
import type { Card } from '../pack/card';
import { t, tn } from '../platform/text';
import type { TabReport } from '../protocol/messages';
import { CardList } from './CardList';
import { queryWords, type Row, searchCards, summarise } from './model';
import { SearchField } from './SearchField';

export interface SearchPaneProps {
  report: TabReport;
  rows: readonly Row[];
  cards: readonly Card[];
  query: string;
  /** Show all cards while the field is empty. */
  browsing: boolean;
  onQuery: (query: string) => void;
  onOpen: (id: string) => void;
  onNextMention: (id: string) => void;
}

/**
 * The search field, a line that says what was found, and the cards.
 * @param props the page's rows, the pack, the query, and what rows do
 * @returns the popup's main part
 */
export function SearchPane(props: SearchPaneProps) {
  const { rows, cards, query, browsing, onQuery, onOpen, onNextMention } = props;
  const [current, setCurrent] = useState<string>();
  const words = queryWords(query);
  const searching = words.length > 0;
  const wide = searching || browsing;
  const found = searchCards(query, rows, cards);
  const elsewhere = wide ? found.elsewhere : [];
  const listed = [...found.onPage, ...elsewhere];
  const reachable = listed.find(({ card }) => card.id === current) ?? listed[0];
  const lists = {
    titled: wide,
    words,
    current: reachable?.card.id,
    onCurrent: setCurrent,
    onOpen,
    onNextMention,
  };
  return (
    <>
      <div class="find">
        <SearchField query={query} total={cards.length} onQuery={onQuery} />
        <p class="summary" role="status">
          {searching ? sayWhatIsFound(listed.length) : sayWhatIsThere(props)}
        </p>
      </div>
      <div class="list">
        <CardList title={t('popup_page_list')} rows={found.onPage} {...lists} />
        <CardList title={t('popup_rest_list')} rows={elsewhere} {...lists} />
        {searching && listed.length === 0 && <p class="nothing">{t('popup_nothing_found', query.trim())}</p>}
      </div>
    </>
  );
}

const sayWhatIsFound = (count: number) => (count === 0 ? t('popup_found_none') : tn('popup_found', count));

function sayWhatIsThere({ report, rows, cards }: SearchPaneProps): string {
  if (rows.length > 0) return summarise(report.total, rows.length);
  return report.state === 'reading' ? t('popup_reading') : tn('popup_all', cards.length);
}

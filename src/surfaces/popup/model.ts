import type { CardLine } from '../../pack/outline';
import { KINDS, type Kind } from '../../pack/schema';
import { t, tn } from '../../platform/text';
import type { TabReport } from '../../protocol/reports';
import { hasAllWords, queryWords } from '../../ui/search';

/** A card in a list; `count` is its number of mentions on the page. */
export interface Row {
  readonly card: CardLine;
  readonly count: number;
}

export interface SearchResult {
  readonly onPage: readonly Row[];
  readonly elsewhere: readonly Row[];
}

/** A kind, and its number of listed cards. */
export interface KindCount {
  readonly kind: Kind;
  readonly count: number;
}

/**
 * Lists the page's cards.
 * @param report the tab's report
 * @param cards all cards of the pack
 * @returns rows in the order of the report; unknown ids are left out
 */
export function rowsOnPage(report: TabReport, cards: readonly CardLine[]): readonly Row[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  return report.cards.flatMap(({ card: id, count }) => {
    const card = byId.get(id);
    return card ? [{ card, count }] : [];
  });
}

/**
 * Finds cards by every word of a query, in name, short meaning and definition together; those with all words in the name
 * come first.
 * @param query what the reader typed; a blank one matches everything
 * @param onPage the page's rows
 * @param cards all cards of the pack
 * @returns rows of cards on the page, and of the others
 */
export function searchCards(query: string, onPage: readonly Row[], cards: readonly CardLine[]): SearchResult {
  const words = queryWords(query);
  const ids = new Set(onPage.map(({ card }) => card.id));
  const rest = cards.filter(({ id }) => !ids.has(id)).map((card) => ({ card, count: 0 }));
  const find = (rows: readonly Row[]) => {
    const byName = rows.filter(({ card }) => hasAllWords(card.name, words));
    const byText = rows.filter(({ card: { name, short, definition } }) =>
      hasAllWords(`${name} ${short} ${definition}`, words),
    );
    return [...new Set([...byName, ...byText])];
  };
  return { onPage: find(onPage), elsewhere: find(rest) };
}

/**
 * Keeps the rows of one kind.
 * @param rows any rows
 * @param kind null keeps all
 */
export function filterByKind(rows: readonly Row[], kind: Kind | null): readonly Row[] {
  return kind === null ? rows : rows.filter(({ card }) => card.kind === kind);
}

/**
 * Counts rows by kind.
 * @param rows the rows without regard to the chosen kind
 * @param ranking rows by whose frequency kinds are ordered, so that the order is stable while the reader types
 * @param cards all cards of the pack
 * @returns every kind that the pack has cards of
 */
export function countKinds(
  rows: readonly Row[],
  ranking: readonly Row[],
  cards: readonly CardLine[],
): readonly KindCount[] {
  const countIn = (list: readonly Row[], kind: Kind) => filterByKind(list, kind).length;
  return KINDS.filter((kind) => cards.some((card) => card.kind === kind))
    .sort((a, b) => countIn(ranking, b) - countIn(ranking, a))
    .map((kind) => ({ kind, count: countIn(rows, kind) }));
}

/**
 * Summarises the page, including the number that the badge shows.
 * @param total mentions on the page
 * @param cards cards on the page
 * @returns '23 mentions of 14 cards on this page'
 */
export function summarise(total: number, cards: number): string {
  return t('popup_summary', tn('mentions', total), tn('cards', cards));
}

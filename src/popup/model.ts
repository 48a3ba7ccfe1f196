import type { Card } from '../pack/card';
import { t, tn } from '../platform/text';
import type { TabReport } from '../protocol/messages';

/** A card in a list; `count` is how often the page mentions it, 0 for elsewhere. */
export interface Row {
  readonly card: Card;
  readonly count: number;
}

/** A stretch of text, and whether the search matched it. */
export interface Run {
  readonly text: string;
  readonly matched: boolean;
}

export interface SearchResult {
  readonly onPage: readonly Row[];
  readonly elsewhere: readonly Row[];
}

const COMBINING_MARKS = /\p{M}/gu;
/** A code point with the marks that stand on it. */
const CHARACTERS = /.\p{M}*/gsu;

/**
 * Folds case and accents away.
 * @param text any text
 * @returns text to compare by
 */
function fold(text: string): string {
  return text.normalize('NFD').replace(COMBINING_MARKS, '').toLowerCase();
}

/**
 * Splits a query into the words that must all be found.
 * @param query what the reader typed
 * @returns folded words
 */
export function queryWords(query: string): readonly string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

/**
 * Lists the page's cards.
 * @param report what the background says about the tab
 * @param cards all cards of the pack
 * @returns one row a card, in the report's order; cards the pack does not have are left out
 */
export function rowsOnPage(report: TabReport, cards: readonly Card[]): readonly Row[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  return report.cards.flatMap(({ card: id, count }) => {
    const card = byId.get(id);
    return card ? [{ card, count }] : [];
  });
}

/**
 * Finds cards whose name or definition has every word; those with all words in the name come first.
 * @param query what the reader typed; blank finds everything
 * @param onPage the page's rows
 * @param cards all cards of the pack
 * @returns the page's rows and the rest, apart
 */
export function searchCards(query: string, onPage: readonly Row[], cards: readonly Card[]): SearchResult {
  const words = queryWords(query);
  const ids = new Set(onPage.map(({ card }) => card.id));
  const rest = cards.filter(({ id }) => !ids.has(id)).map((card) => ({ card, count: 0 }));
  const find = (rows: readonly Row[]) => {
    const byName = rows.filter(({ card }) => hasAll(card.name, words));
    const byBoth = rows.filter((row) => hasAll(`${row.card.name} ${row.card.definition}`, words));
    return [...new Set([...byName, ...byBoth])];
  };
  return { onPage: find(onPage), elsewhere: find(rest) };
}

function hasAll(text: string, words: readonly string[]): boolean {
  const folded = fold(text);
  return words.every((word) => folded.includes(word));
}

/**
 * Cuts a text where the search matched it, keeping the letters as they are written.
 * @param text the text to show
 * @param words folded words, as from `queryWords`
 * @returns runs which together are the text
 */
export function markMatches(text: string, words: readonly string[]): readonly Run[] {
  // Folding can change a text's length, so each folded unit remembers the character it came from.
  const characters = text.match(CHARACTERS) ?? [];
  let folded = '';
  const origins: number[] = [];
  characters.forEach((character, index) => {
    const part = fold(character);
    folded += part;
    for (let unit = 0; unit < part.length; unit++) origins.push(index);
  });
  const matched = new Set<number>();
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      for (const index of origins.slice(at, at + word.length)) matched.add(index);
    }
  }
  const runs: Run[] = [];
  characters.forEach((character, index) => {
    const last = runs.at(-1);
    const here = matched.has(index);
    if (last?.matched === here) runs[runs.length - 1] = { text: last.text + character, matched: here };
    else runs.push({ text: character, matched: here });
  });
  return runs;
}

/**
 * Says what was found, so that the badge's number is seen again.
 * @param total mentions on the page
 * @param cards cards on the page
 * @returns '23 mentions of 14 cards on this page'
 */
export function summarise(total: number, cards: number): string {
  return t('popup_summary', tn('mentions', total), tn('cards', cards));
}

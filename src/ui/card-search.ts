import MiniSearch, { type SearchOptions } from 'minisearch';
import type { Card, Statement } from '../pack/card';
import { fold, hasAllWords, wordsOf } from './search';

/** The forms of each card that are not its name, by the card's id. */
export type Spellings = Readonly<Record<string, readonly string[]>>;

/** The fields of a card that are searched. */
export type SearchedCard = Pick<Card, 'id' | 'name' | 'definition' | 'statements'>;

/** A card whose name or spellings have all words of a query. */
export interface FoundCard {
  readonly id: string;
  /** The spellings that have all words; empty where the name has them. */
  readonly spellings: readonly string[];
}

/** A statement that has all words of a query. */
export interface FoundStatement extends Statement {
  /** Id of its card. */
  readonly card: string;
}

/** What a search found. */
export interface Found {
  /** By name first, then by spelling; within each, the most relevant first. */
  readonly cards: readonly FoundCard[];
  /** The most relevant first. */
  readonly statements: readonly FoundStatement[];
  /** Ids of further cards, which have some of the words in their definition. */
  readonly defined: readonly string[];
  /** The folded words that were found: those of the query, or of the correction. */
  readonly words: readonly string[];
  /** What was searched for instead, as the pack spells it; undefined where the query's own words were found. */
  readonly correction?: string;
  /** Ids of the cards that are spelled most like the query; empty where something was found. */
  readonly nearest: readonly string[];
}

/** Fields of a card by the rank of a match. */
const RANKS = [['name'], ['name', 'spellings'], ['name', 'spellings', 'definition']];
/** The ranks at which a card is found by what it is called. */
const NAMES = RANKS.slice(0, 2);
const NEAREST = 2;

/** How many slips of the finger a word may hold: letters too many, missing or wrong. */
const slipsIn = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

const OPTIONS = {
  tokenize: wordsOf,
  processTerm: (word: string) => word,
  searchOptions: { prefix: true, combineWith: 'AND' } satisfies SearchOptions,
};

/** Searches cards by name, spelling, definition and statement. Building the index takes some milliseconds. */
export class CardSearch {
  /** Each card's name, then its spellings, by the card's id. */
  readonly #names: ReadonlyMap<string, readonly string[]>;
  readonly #statements: readonly FoundStatement[];
  readonly #cardIndex = new MiniSearch({ ...OPTIONS, fields: ['name', 'spellings', 'definition'] });
  readonly #statementIndex = new MiniSearch({ ...OPTIONS, fields: ['text', 'name'] });

  constructor(cards: readonly SearchedCard[], spellings: Spellings) {
    this.#names = new Map(cards.map(({ id, name }) => [id, [name, ...(spellings[id] ?? [])]]));
    this.#statements = cards.flatMap(({ id, statements }) =>
      statements.map((statement) => ({ ...statement, card: id })),
    );
    this.#cardIndex.addAll(
      cards.map(({ id, name, definition }) => ({
        ...{ id, name, definition },
        spellings: spellings[id]?.join('\n'),
      })),
    );
    this.#statementIndex.addAll(
      this.#statements.map(({ card, text }, id) => ({ id, text, name: this.#names.get(card)?.[0] })),
    );
  }

  /**
   * Finds what has all words of a query, each at the start of a word. Where nothing has, words that are spelled nowhere
   * are taken for slips of the finger.
   * @param query what the reader typed, with at least one word
   */
  find(query: string): Found {
    const words = wordsOf(query);
    const found = this.#findWords(words);
    if (isFound(found)) return { ...found, words, nearest: [] };
    const corrected = words.map((word) => this.#correct(word));
    const instead = this.#findWords(corrected);
    if (!isFound(instead)) return { ...found, words, nearest: this.#nearest(words) };
    const correction = corrected.map((word) => this.#written(word)).join(' ');
    return { ...instead, words: corrected, correction, nearest: [] };
  }

  #findWords(words: readonly string[]): Hits {
    const query = words.join(' ');
    const idsIn = (ranks: readonly string[][]) =>
      new Set(
        ranks.flatMap((fields) => this.#cardIndex.search(query, { fields }).map(({ id }): string => id)),
      );
    const named = idsIn(NAMES);
    const cards = [...named].map((id) => {
      const [name = '', ...spellings] = this.#names.get(id) ?? [];
      const isNamed = hasAllWords(name, words);
      return { id, spellings: isNamed ? [] : spellings.filter((each) => hasAllWords(each, words)) };
    });
    const defined = [...idsIn(RANKS)].filter((id) => !named.has(id));
    const inText = this.#findStatements(query, ['text']);
    // A word of the card's name and one of its statement are the last resort.
    const isLast = cards.length + inText.length + defined.length === 0;
    return { cards, statements: isLast ? this.#findStatements(query) : inText, defined };
  }

  #findStatements(query: string, fields = ['text', 'name']): FoundStatement[] {
    return this.#statementIndex.search(query, { fields }).flatMap(({ id }) => this.#statements[id] ?? []);
  }

  /** The word that a word is a slip for, in names before others; the word itself where it starts one, or there is none. */
  #correct(word: string): string {
    const match = (options: SearchOptions) =>
      RANKS.map((fields) => this.#cardIndex.search(word, { ...options, fields })[0]).find(Boolean) ??
      this.#statementIndex.search(word, options)[0];
    if (match({ prefix: true })) return word;
    return match({ prefix: false, fuzzy: slipsIn(word) })?.terms[0] ?? word;
  }

  /** A folded word as the pack writes it, in names before others. */
  #written(word: string): string {
    const names = [...this.#names.values()];
    const texts = [
      ...names.map(([name = '']) => name),
      ...names.flat(),
      ...this.#statements.map(({ text }) => text),
    ];
    const start = texts.find((text) => wordsOf(text).includes(word));
    return start?.match(WRITTEN_WORDS)?.find((each) => fold(each) === word) ?? word;
  }

  #nearest(words: readonly string[]): string[] {
    const wanted = pairsIn(words);
    return [...this.#names]
      .map(([id, [name = '']]) => ({ id, likeness: likeness(wanted, pairsIn(wordsOf(name))) }))
      .filter(({ likeness }) => likeness > 0)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, NEAREST)
      .map(({ id }) => id);
  }
}

type Hits = Pick<Found, 'cards' | 'statements' | 'defined'>;

const isFound = ({ cards, statements, defined }: Hits) =>
  cards.length + statements.length + defined.length > 0;

const WRITTEN_WORDS = /[\p{L}\p{M}\p{N}]+/gu;

/** The pairs of neighbouring letters in words. */
const pairsIn = (words: readonly string[]) =>
  new Set(words.flatMap((word) => [...word].slice(1).map((letter, index) => word[index] + letter)));

/** How alike two sets of letter pairs are (Sørensen–Dice coefficient). */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((pair) => other.has(pair)).length;
  return common === 0 ? 0 : (2 * common) / (one.size + other.size);
}

/** A run of text, and whether the search matched it. */
export interface Run {
  readonly text: string;
  readonly matched: boolean;
}

const COMBINING_MARKS = /\p{M}/gu;
/** A code point with its combining marks. */
const CHARACTERS = /.\p{M}*/gsu;

/**
 * Folds case and removes diacritics (Unicode NFD), for comparison.
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
 * Whether a text has every word of a query.
 * @param text any text
 * @param words folded words, as from `queryWords`
 */
export function hasAllWords(text: string, words: readonly string[]): boolean {
  const folded = fold(text);
  return words.every((word) => folded.includes(word));
}

/**
 * Splits a text into matched and unmatched runs.
 * @param text the text to show
 * @param words folded words, as from `queryWords`
 * @returns runs whose concatenation is the text
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

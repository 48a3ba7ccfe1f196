/** A run of text, and whether the search matched it. */
export interface Run {
  readonly text: string;
  readonly matched: boolean;
}

const COMBINING_MARKS = /\p{M}/gu;
/** A code point with its combining marks. */
const CHARACTERS = /.\p{M}*/gsu;
const WORDS = /[\p{L}\p{N}]+/gu;
const IN_WORD = /[\p{L}\p{N}]/u;

/**
 * Folds case and removes diacritics (Unicode NFD), for comparison.
 */
export function fold(text: string): string {
  return text.normalize('NFD').replace(COMBINING_MARKS, '').toLowerCase();
}

/**
 * Splits a text into its words: runs of letters and digits.
 * @returns folded words, in order
 */
export function wordsOf(text: string): string[] {
  return fold(text).match(WORDS) ?? [];
}

/**
 * Whether each word of a query starts a word of a text.
 * @param text any text
 * @param words folded words, as from `wordsOf`
 */
export function hasAllWords(text: string, words: readonly string[]): boolean {
  const own = wordsOf(text);
  return words.every((word) => own.some((each) => each.startsWith(word)));
}

/**
 * Splits a text into matched and unmatched runs.
 * @param text the text to show
 * @param words folded words, as from `wordsOf`, that match the start of the text's words
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
      if (IN_WORD.test(folded.charAt(at - 1))) continue;
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

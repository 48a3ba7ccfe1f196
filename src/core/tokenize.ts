import { isIrregular } from './normalize';

/** Value in `FOLDED` of a character that belongs to no word. */
export const SEPARATOR = 1;
/** Value in `FOLDED` of a character that normalizing may change. */
export const IRREGULAR = 2;
const UNKNOWN = 0;
/** Separates pieces of text of which a word may continue in the next (U+001F, unit separator). One byte, like most text. */
export const SEAM = 0x1f;
export const SEAM_CHARACTER = String.fromCharCode(SEAM);
/** From here on, characters need no spaces between words. */
export const CJK_START = 0x2e80;

/** The results of `foldRaw` by UTF-16 code unit, for loops that cannot afford a call; 0 until it was first called. */
export const FOLDED: Uint16Array = new Uint16Array(0x10000);
// Browsers parse a pattern where it stands in the code that runs, and Unicode's properties take them a while.
const isWordCharacter = (character: string) => /[\p{L}\p{N}\p{M}]/u.test(character);

/** Common signs, and full-width punctuation, which separates words like its normalized forms. */
const MARKS = '\xa0©®°·«»×！（），：；？';

/** Folds the characters of most pages without the patterns, which take a while to compile. */
function foldPlain(code: number): number | undefined {
  if (code >= 0x61 && code <= 0x7a) return code;
  if (code >= 0x41 && code <= 0x5a) return code + 0x20;
  if (isDigit(code)) return code;
  const character = String.fromCharCode(code);
  // Latin letters, but for the signs of multiplication and division; hiragana and ideographs.
  if (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)
    return character.toLowerCase().charCodeAt(0);
  if ((code >= 0x3041 && code <= 0x3096) || (code >= 0x4e00 && code <= 0x9fff)) return code;
  const isMark =
    code < 0x80 ||
    (code >= 0x2010 && code <= 0x2027) ||
    // Halves of what lies beyond: emoji.
    (code >= 0xd800 && code <= 0xdfff) ||
    MARKS.includes(character);
  return isMark ? SEPARATOR : undefined;
}

function fold(code: number): number {
  const character = String.fromCharCode(code);
  return isWordCharacter(character) ? character.toLowerCase().charCodeAt(0) : SEPARATOR;
}

function learn(code: number): number {
  const folded = foldPlain(code) ?? (isIrregular(code) ? IRREGULAR : fold(code));
  FOLDED[code] = folded;
  return folded;
}

/**
 * Case-folds one UTF-16 code unit.
 * @returns the lower-case code unit, or SEPARATOR for characters between words (surrogates included)
 */
export function foldCode(code: number): number {
  const folded = FOLDED[code] as number;
  return folded > IRREGULAR || folded === SEPARATOR ? folded : foldNew(code);
}

function foldNew(code: number): number {
  const folded = learn(code);
  return folded === IRREGULAR ? fold(code) : folded;
}

/** Case-folds one UTF-16 code unit of text that is not normalized: IRREGULAR where normalizing may change it. */
export function foldRaw(code: number): number {
  const folded = FOLDED[code] as number;
  return folded === UNKNOWN ? learn(code) : folded;
}

/** Scripts that follow each other without a space make separate tokens. */
export type Script = 'spaced' | 'katakana' | 'hangul' | 'single';

/** The script that a folded code unit belongs to. */
export function scriptOf(folded: number): Script {
  if (folded < CJK_START) return 'spaced';
  if (folded >= 0x30a0 && folded <= 0x30ff) return 'katakana';
  if (folded >= 0xac00 && folded <= 0xd7af) return 'hangul';
  return 'single';
}

/**
 * Finds where the token that starts at `start` ends. A token is a run of letters, digits and marks (close to
 * Unicode Standard Annex 29); Han and Hiragana characters stand alone, Katakana and Hangul make runs of their own.
 * @param start offset of a character that is not a separator
 * @returns the exclusive end
 */
export function tokenEnd(text: string, start: number): number {
  // Fast path for the letters of most texts.
  let end = start;
  let next = FOLDED[text.charCodeAt(start)] as number;
  while (next > IRREGULAR && next < CJK_START) next = FOLDED[text.charCodeAt(++end)] as number;
  if (next === SEPARATOR && end > start && !isDecimalPoint(text, end)) return end;
  const script = scriptOf(foldCode(text.charCodeAt(start)));
  end = start + 1;
  if (script === 'single') return end;
  for (; end < text.length; end++) {
    const folded = foldCode(text.charCodeAt(end));
    if (folded === SEPARATOR ? !isDecimalPoint(text, end) : scriptOf(folded) !== script) break;
  }
  return end;
}

/** Whether a point or comma belongs to the number around it: version 4.5 is not version 45, nor 2,25 the end of 25. */
export function isDecimalPoint(text: string, at: number): boolean {
  return isPoint(text.charCodeAt(at)) && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}

/** Whether a UTF-16 code unit is a point or a comma. */
export const isPoint = (code: number): boolean => code === 0x2e || code === 0x2c;

/** Whether a UTF-16 code unit is a digit of ASCII. */
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

const SPACE = 0x20;
const JOINERS = '-‐‑‒–—.·・/+&';
const APOSTROPHES = "'’";
/** What may close behind a word that is put in quotes inside a term. */
const CLOSING_QUOTES = '"”“»›';
/** Longest run of white space that still joins two words: line breaks with indentation. */
const MAX_GAP = 40;

/**
 * Finds the token that may continue a term: directly, after white space, or after one joining character. A plural's
 * apostrophe may come before the space (rebels’ alliance), so may a closing quote (“dumb” compute), and an elision's
 * apostrophe before a word (loi d’échelle); a possessive ’s ends the term.
 * @param end exclusive end of the token before
 * @returns its start, or -1 if the term cannot continue
 */
export function nextInTerm(text: string, end: number): number {
  if (text.charCodeAt(end) === SPACE && (FOLDED[text.charCodeAt(end + 1)] as number) > IRREGULAR)
    return end + 1;
  let at = afterSeams(text, end);
  if (at >= text.length) return -1;
  if (foldAt(text, at) !== SEPARATOR) return at;
  if (JOINERS.includes(text.charAt(at))) {
    at = afterSeams(text, at + 1);
    return foldAt(text, at) === SEPARATOR ? -1 : at;
  }
  if (APOSTROPHES.includes(text.charAt(at))) {
    at = afterSeams(text, at + 1);
    const next = foldAt(text, at);
    if (next !== SEPARATOR) return next === 0x73 && tokenEnd(text, at) === at + 1 ? -1 : at;
  } else if (CLOSING_QUOTES.includes(text.charAt(at))) {
    at = afterSeams(text, at + 1);
    if (foldAt(text, at) !== SEPARATOR) return -1;
  }
  for (let gap = 0; at < text.length && gap < MAX_GAP && isSpace(text.charCodeAt(at)); at++)
    if (text.charCodeAt(at) !== SEAM) gap++;
  return at > end && foldAt(text, at) !== SEPARATOR ? at : -1;
}

const foldAt = (text: string, at: number) => (at < text.length ? foldCode(text.charCodeAt(at)) : SEPARATOR);

/** The next offset without a seam. */
export function afterSeams(text: string, at: number): number {
  while (text.charCodeAt(at) === SEAM) at++;
  return at;
}

function isSpace(code: number): boolean {
  return (
    code === SEAM ||
    code === SPACE ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x202f ||
    code === 0x3000
  );
}

/**
 * The key of a form in an index: its word characters in lower case, with nothing between its words, so that `GPT-4`,
 * `GPT 4` and `gpt4` have the same. A decimal point is kept, as SEPARATOR.
 */
export function keyOf(form: string): string {
  let key = '';
  for (let i = 0; i < form.length; i++) {
    const folded = foldCode(form.charCodeAt(i));
    if (folded !== SEPARATOR || isDecimalPoint(form, i)) key += String.fromCharCode(folded);
  }
  return key;
}

/**
 * The keys of a form's tokens, in order. Where the form has a space, a hyphen or a change of script, a page may break it.
 */
export function tokenKeys(form: string): string[] {
  const keys: string[] = [];
  for (let at = 0; at < form.length; ) {
    if (foldCode(form.charCodeAt(at)) === SEPARATOR) {
      at++;
      continue;
    }
    const end = tokenEnd(form, at);
    keys.push(keyOf(form.slice(at, end)));
    at = end;
  }
  return keys;
}

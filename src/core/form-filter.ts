import { CONTINUATION, EMPTY, PREFIX, TAG, unpackFilter } from './filter-table';
import { HASH_SEED, hashStep, mixHash, undoHashStep } from './form-index';
import { normalize } from './normalize';
import {
  afterSeams,
  CJK_START,
  FOLDED,
  foldCode,
  foldRaw,
  IRREGULAR,
  isDigit,
  isPoint,
  nextInTerm,
  SEAM,
  SEPARATOR,
  scriptOf,
  tokenEnd,
} from './tokenize';

const LOWER_S = 0x73;
/** Makes a letter of ASCII lower case. */
const LOWER_BIT = 0x20;
const SPACE = 0x20;
/** What one hash is multiplied by, for the length of a word, to continue with the word's own hash. */
const POWERS = new Int32Array(32).fill(1);
for (let length = 1; length < POWERS.length; length++)
  POWERS[length] = hashStep(POWERS[length - 1] as number, 0);
/** The most pieces that are joined to a word; text of more pieces is said to hold a form. */
const MAX_PIECES = 8;

/** Tests whether a text may hold a surface form. Has false positives, but no false negatives (like a Bloom filter). */
export class FormFilter {
  readonly #slots: Int32Array;

  /**
   * @param packed as `packFilter` returns it
   * @throws Error if it is anything else
   */
  constructor(packed: string) {
    this.#slots = unpackFilter(packed);
  }

  /** Whether a text may hold a form. @param text as in the page: not normalized */
  mayHold(text: string): boolean {
    return this.find(`${normalize(text).text}\n`, 0, true) !== -1;
  }

  /**
   * Finds the next offset where a form may start. SEAM separates pieces of text: a word may continue in the next piece or
   * not, and both are considered.
   * @param text ends with SEAM or white space: to test for its end would make every step slower
   * @param isNormalized if not, a form may start at every character that normalizing may change
   * @returns the offset, or -1
   */
  find(text: string, from: number, isNormalized: boolean): number {
    let at = this.#skip(text, from);
    while (at !== -1) {
      const end = this.#endOfOther(text, at, isNormalized);
      if (end === -1) break;
      at = this.#skip(text, end);
    }
    return at;
  }

  /**
   * Skips words that their hash alone rules out. Most pages are read while no code is compiled yet, and browsers spend more
   * on compiling a loop, with all that it calls, than on the text: so this one is small.
   * @returns where the next other word starts, or -1
   */
  #skip(text: string, from: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const { length } = text;
    // A word that ends at a seam may continue right after it.
    let head = HASH_SEED;
    let headStart = -1;
    let restStart = -1;
    for (let at = from; at < length; at++) {
      let code = text.charCodeAt(at);
      let folded = FOLDED[code] as number;
      if (folded === SEPARATOR) continue;
      const start = at;
      let hash = HASH_SEED;
      let stem = HASH_SEED;
      // Other scripts, and characters that are not in the table yet, end the loop.
      while (folded > IRREGULAR && folded < CJK_START) {
        stem = hash;
        hash = ((hash << 5) - hash + folded) | 0;
        code = text.charCodeAt(++at);
        folded = FOLDED[code] as number;
      }
      const isSeam = code === SEAM && text.charCodeAt(at + 1) !== SPACE;
      const isPlural = (text.charCodeAt(at - 1) | LOWER_BIT) === LOWER_S;
      if (start === restStart) {
        const whole = (Math.imul(head, POWERS[at - start] as number) + hash) | 0;
        if (folded !== SEPARATOR || isSeam || at - start >= POWERS.length || this.#isKnown(whole, isPlural))
          return headStart;
      }
      if (folded !== SEPARATOR) {
        if (at === start && this.#isOtherSign(text, at)) continue;
        return start;
      }
      if (slots[mixHash(hash) & mask] !== EMPTY && this.#kindOf(hash) !== 0) return start;
      // A plural's s is not part of the form.
      if (isPlural && slots[mixHash(stem) & mask] !== EMPTY && this.#kindOf(stem) & PREFIX) return start;
      if (isSeam) {
        head = hash;
        headStart = start;
        restStart = at + 1;
      }
      if ((isSeam || isPoint(code)) && mayContinueNumber(text, at)) return start;
    }
    return -1;
  }

  /** Whether a character is a word by itself, as in Chinese, that no form starts with. */
  #isOtherSign(text: string, at: number): boolean {
    const folded = FOLDED[text.charCodeAt(at)] as number;
    const next = text.charCodeAt(at + 1);
    return (
      folded >= CJK_START &&
      scriptOf(folded) === 'single' &&
      next !== SEAM &&
      !hasIrregular(text, at + 1, at + 2) &&
      this.#kindOf(hashStep(HASH_SEED, folded)) === 0
    );
  }

  /** The end of a word that no form starts with; -1 if one may. */
  #endOfOther(text: string, start: number, isNormalized: boolean): number {
    if (!isNormalized && hasIrregular(text, start, start + 1)) return -1;
    if (foldCode(text.charCodeAt(start)) === SEPARATOR) return start + 1;
    const end = tokenEnd(text, start);
    if (!isNormalized && hasIrregular(text, start, end + 1)) return -1;
    const hash = hashPart(HASH_SEED, text, start, end);
    if (this.#matchesFrom(hash, text, end) || this.#isPlural(hash, text, end)) return -1;
    const code = text.charCodeAt(end);
    const next = text.charCodeAt(end + 1);
    if (code === SEAM && next !== SPACE && this.#matchesAcrossSeam(hash, text, end, MAX_PIECES)) return -1;
    return isPoint(code) && next === SEAM && isDigit(text.charCodeAt(end + 2)) ? -1 : end;
  }

  /** PREFIX, CONTINUATION or both, if the table has a hash; else 0. */
  #kindOf(hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const tag = hash & TAG;
    let at = mixHash(hash) & mask;
    for (let slot = slots[at] as number; slot !== EMPTY; slot = slots[at] as number) {
      if ((slot & TAG) === tag) return slot & (PREFIX | CONTINUATION);
      at = (at + 1) & mask;
    }
    return 0;
  }

  /** Whether a form may start with a word of this hash. */
  #isKnown(hash: number, isPlural: boolean): boolean {
    return (
      this.#kindOf(hash) !== 0 || (isPlural && (this.#kindOf(undoHashStep(hash, LOWER_S)) & PREFIX) !== 0)
    );
  }

  /** Whether text with this hash is a plural of a prefix: its s is not part of the form. */
  #isPlural(hash: number, text: string, end: number): boolean {
    return (
      FOLDED[text.charCodeAt(end - 1)] === LOWER_S &&
      (this.#kindOf(undoHashStep(hash, LOWER_S)) & PREFIX) !== 0
    );
  }

  /** Whether a word with this hash that ends at a seam makes a prefix with the text after it. */
  #matchesAcrossSeam(hash: number, text: string, seam: number, piecesLeft: number): boolean {
    const start = afterSeams(text, seam);
    if (isPoint(text.charCodeAt(start)))
      return isDigit(text.charCodeAt(seam - 1)) && isDigit(text.charCodeAt(afterSeams(text, start + 1)));
    if (!(start < text.length) || foldCode(text.charCodeAt(start)) === SEPARATOR) return false;
    return piecesLeft === 0 || this.#matchesWith(hash, text, start, piecesLeft - 1);
  }

  /** Whether text with this hash, or its continuation, is a prefix of a form. */
  #matchesFrom(hash: number, text: string, end: number): boolean {
    const kind = this.#kindOf(hash);
    if (kind & PREFIX) return true;
    if (!(kind & CONTINUATION)) return false;
    const next = nextInTerm(text, end);
    return next !== -1 && this.#matchesWith(hash, text, next, MAX_PIECES);
  }

  /** Whether text with this hash and the token at `start` after it are a prefix of a form. */
  #matchesWith(hash: number, text: string, start: number, piecesLeft: number): boolean {
    const end = tokenEnd(text, start);
    const longer = hashPart(hash, text, start, end);
    return (
      this.#matchesFrom(longer, text, end) ||
      this.#isPlural(longer, text, end) ||
      (text.charCodeAt(end) === SEAM && this.#matchesAcrossSeam(longer, text, end, piecesLeft))
    );
  }
}

/** Continues a hash with a token of text. */
function hashPart(hash: number, text: string, start: number, end: number): number {
  let longer = hash;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const folded = FOLDED[code] as number;
    longer = hashStep(longer, folded > IRREGULAR ? folded : foldCode(code));
  }
  return longer;
}

/** Whether a number before a point, or before a seam and a point, may continue after it. */
function mayContinueNumber(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (!isPoint(text.charCodeAt(at))) return isPoint(next) || next === SEAM;
  return isDigit(next) || (next === SEAM && isDigit(text.charCodeAt(at + 2)));
}

/** Whether a part of a text has a character that normalizing may change. */
export function hasIrregular(text: string, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, text.length); at++)
    if (foldRaw(text.charCodeAt(at)) === IRREGULAR) return true;
  return false;
}

import { HASH_SEED, hashStep, mixHash, undoHashStep } from './form-index';
import { normalize } from './normalize';
import {
  afterSeams,
  CJK_START,
  FOLDED,
  foldCode,
  foldRaw,
  IRREGULAR,
  isDecimalPoint,
  isDigit,
  isPoint,
  nextInTerm,
  SEAM,
  SEPARATOR,
  tokenEnd,
} from './tokenize';

/** Data of a form filter: mixed hashes (see `mixHash`) of the beginnings of forms, in ascending order. */
export interface FilterData {
  /** Hashes of prefixes that suffice: a form's first word, or its first two or more (in scripts without spaces, all). */
  readonly prefixHashes: ArrayLike<number>;
  /** Hashes of shorter prefixes that must continue to one of those. */
  readonly continuationHashes: ArrayLike<number>;
}

const LOWER_S = 0x73;
const SPACE = 0x20;
/** The most pieces that are joined to a word; text of more pieces is said to hold a form. */
const MAX_PIECES = 8;
/** Size of the table of flags: at least this many bits of index, and this many flags for each hash. */
const MIN_FLAG_BITS = 16;
const FLAGS_PER_HASH = 8;

/** Tests whether a text may hold a surface form. Has false positives, but no false negatives (like a Bloom filter). */
export class FormFilter {
  /** A bit for the low bits of each hash in both sets: rules out most words at once, and fits the cache. */
  readonly #flags: Uint8Array;
  /** In ascending order. */
  readonly #prefixHashes: Int32Array;
  readonly #continuationHashes: Int32Array;

  constructor({ prefixHashes, continuationHashes }: FilterData) {
    const bits = Math.ceil(Math.log2(FLAGS_PER_HASH * (prefixHashes.length + continuationHashes.length) + 1));
    this.#flags = new Uint8Array(2 ** (Math.max(MIN_FLAG_BITS, bits) - 3));
    this.#prefixHashes = Int32Array.from(prefixHashes);
    this.#continuationHashes = Int32Array.from(continuationHashes);
    const mask = this.#flags.length - 1;
    for (const hashes of [this.#prefixHashes, this.#continuationHashes])
      for (let index = 0; index < hashes.length; index++) {
        const hash = hashes[index] as number;
        const at = (hash >>> 3) & mask;
        this.#flags[at] = (this.#flags[at] as number) | (1 << (hash & 7));
      }
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
    const flags = this.#flags;
    const mask = flags.length - 1;
    const { length } = text;
    for (let at = from; at < length; ) {
      const start = at;
      let code = text.charCodeAt(at);
      let folded = FOLDED[code] as number;
      if (folded === SEPARATOR) {
        at++;
        continue;
      }
      let hash = HASH_SEED;
      let last = 0;
      // Fast path for the letters of most texts; anything else ends the loop.
      while (folded > IRREGULAR && folded < CJK_START) {
        hash = ((hash << 5) - hash + folded) | 0;
        last = folded;
        code = text.charCodeAt(++at);
        folded = FOLDED[code] as number;
      }
      if (folded !== SEPARATOR || isDecimalPoint(text, at)) {
        // Other scripts, numbers with decimals, and characters that are not in the table yet.
        folded = foldRaw(text.charCodeAt(start));
        if (folded === IRREGULAR) folded = isNormalized ? foldCode(text.charCodeAt(start)) : IRREGULAR;
        at = folded === SEPARATOR ? start + 1 : folded === IRREGULAR ? start : tokenEnd(text, start);
        if (folded === SEPARATOR) continue;
        if (!isNormalized && hasIrregular(text, start, at + 1)) return start;
        hash = HASH_SEED;
        for (let i = start; i < at; i++) hash = hashStep(hash, foldCode(text.charCodeAt(i)));
        last = FOLDED[text.charCodeAt(at - 1)] as number;
        code = text.charCodeAt(at);
      }
      const mixed = mixHash(hash);
      if ((flags[(mixed >>> 3) & mask] as number) & (1 << (mixed & 7)) && this.#matchesFrom(hash, text, at))
        return start;
      // A plural's s is not part of the form.
      if (last === LOWER_S) {
        const stem = mixHash(undoHashStep(hash, LOWER_S));
        if ((flags[(stem >>> 3) & mask] as number) & (1 << (stem & 7)) && isIn(this.#prefixHashes, stem))
          return start;
      }
      if (
        code === SEAM &&
        text.charCodeAt(at + 1) !== SPACE &&
        this.#matchesAcrossSeam(hash, text, at, MAX_PIECES)
      )
        return start;
      if (isPoint(code) && text.charCodeAt(at + 1) === SEAM && isDigit(text.charCodeAt(at + 2))) return start;
    }
    return -1;
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
    const mixed = mixHash(hash);
    if (isIn(this.#prefixHashes, mixed)) return true;
    if (!isIn(this.#continuationHashes, mixed)) return false;
    const next = nextInTerm(text, end);
    return next !== -1 && this.#matchesWith(hash, text, next, MAX_PIECES);
  }

  /** Whether text with this hash and the token at `start` after it are a prefix of a form. */
  #matchesWith(hash: number, text: string, start: number, piecesLeft: number): boolean {
    const end = tokenEnd(text, start);
    let longer = hash;
    for (let at = start; at < end; at++) longer = hashStep(longer, foldCode(text.charCodeAt(at)));
    const isPlural = FOLDED[text.charCodeAt(end - 1)] === LOWER_S;
    return (
      this.#matchesFrom(longer, text, end) ||
      (isPlural && isIn(this.#prefixHashes, mixHash(undoHashStep(longer, LOWER_S)))) ||
      (text.charCodeAt(end) === SEAM && this.#matchesAcrossSeam(longer, text, end, piecesLeft))
    );
  }
}

/** Whether a sorted list holds a hash. */
function isIn(hashes: Int32Array, wanted: number): boolean {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hashes[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return hashes[low] === wanted;
}

/** Whether a part of a text has a character that normalizing may change. */
export function hasIrregular(text: string, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, text.length); at++)
    if (foldRaw(text.charCodeAt(at)) === IRREGULAR) return true;
  return false;
}

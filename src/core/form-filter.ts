import { HASH_SEED, hashBefore, hashStep, spread } from './form-index';
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

/** What says whether a text may hold a surface form: spread hashes of what forms start with, in rising order. */
export interface FilterData {
  /** Of the first word of a form, or of its first two and what these go on to (of all in scripts without spaces). */
  readonly gates: ArrayLike<number>;
  /** Of words that a gate goes on from. */
  readonly leads: ArrayLike<number>;
}

const LOWER_S = 0x73;
const SPACE = 0x20;
/** So many pieces that a word may be made of are tried; of more it is said that they may hold a form. */
const MOST_PIECES = 8;
/** The table of flags has at least so many bits of index, and more where so many flags a hash need it. */
const LEAST_FLAG_BITS = 16;
const FLAGS_A_HASH = 8;

/** Says whether a text may hold a surface form. It is never wrong when it says no. */
export class FormFilter {
  /** A bit for the low bits of each hash of both sets: what answers most words at once, and fits the cache. */
  readonly #flags: Uint8Array;
  /** In rising order. */
  readonly #gates: Int32Array;
  readonly #leads: Int32Array;

  constructor({ gates, leads }: FilterData) {
    const bits = Math.ceil(Math.log2(FLAGS_A_HASH * (gates.length + leads.length) + 1));
    this.#flags = new Uint8Array(2 ** (Math.max(LEAST_FLAG_BITS, bits) - 3));
    this.#gates = Int32Array.from(gates);
    this.#leads = Int32Array.from(leads);
    const mask = this.#flags.length - 1;
    for (const hashes of [this.#gates, this.#leads])
      for (let place = 0; place < hashes.length; place++) {
        const hash = hashes[place] as number;
        const at = (hash >>> 3) & mask;
        this.#flags[at] = (this.#flags[at] as number) | (1 << (hash & 7));
      }
  }

  /** Whether a form may stand in a text, as it stands in the page. */
  mayHold(text: string): boolean {
    return this.find(`${normalize(text).text}\n`, 0, true) !== -1;
  }

  /**
   * Reads a text up to the first place where a form may start. SEAM characters stand between pieces of text of which
   * it is not known whether one goes on in the next: both is considered.
   * @param text ends with a seam or white space: to read beyond its end would make every step slower
   * @param isNormalized where it is not, a character that normalizing may change counts as a place where a form may start
   * @returns the place, or -1
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
      // The letters of most texts, in as few steps as can be; anything else ends the loop.
      while (folded > IRREGULAR && folded < CJK_START) {
        hash = ((hash << 5) - hash + folded) | 0;
        last = folded;
        code = text.charCodeAt(++at);
        folded = FOLDED[code] as number;
      }
      if (folded !== SEPARATOR || isDecimalPoint(text, at)) {
        // Other scripts, numbers with decimals, and characters that were not met before.
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
      const mixed = spread(hash);
      if ((flags[(mixed >>> 3) & mask] as number) & (1 << (mixed & 7)) && this.#opens(hash, text, at))
        return start;
      // A plural's s is not part of the form.
      if (last === LOWER_S) {
        const stem = spread(hashBefore(hash, LOWER_S));
        if ((flags[(stem >>> 3) & mask] as number) & (1 << (stem & 7)) && isIn(this.#gates, stem))
          return start;
      }
      if (code === SEAM && text.charCodeAt(at + 1) !== SPACE && this.#joins(hash, text, at, MOST_PIECES))
        return start;
      if (isPoint(code) && text.charCodeAt(at + 1) === SEAM && isDigit(text.charCodeAt(at + 2))) return start;
    }
    return -1;
  }

  /** Whether a word with this hash that ends at a seam makes a gate with what follows. */
  #joins(hash: number, text: string, seam: number, patience: number): boolean {
    const start = afterSeams(text, seam);
    if (isPoint(text.charCodeAt(start)))
      return isDigit(text.charCodeAt(seam - 1)) && isDigit(text.charCodeAt(afterSeams(text, start + 1)));
    if (!(start < text.length) || foldCode(text.charCodeAt(start)) === SEPARATOR) return false;
    return patience === 0 || this.#follow(hash, text, start, patience - 1);
  }

  /** Whether a token with this hash, or what goes on from it, is a gate. */
  #opens(hash: number, text: string, end: number): boolean {
    const mixed = spread(hash);
    if (isIn(this.#gates, mixed)) return true;
    if (!isIn(this.#leads, mixed)) return false;
    const next = nextInTerm(text, end);
    return next !== -1 && this.#follow(hash, text, next, MOST_PIECES);
  }

  /** Whether the token that starts at `start` makes, behind what has this hash, a gate. */
  #follow(hash: number, text: string, start: number, patience: number): boolean {
    const end = tokenEnd(text, start);
    let longer = hash;
    for (let at = start; at < end; at++) longer = hashStep(longer, foldCode(text.charCodeAt(at)));
    const isPlural = FOLDED[text.charCodeAt(end - 1)] === LOWER_S;
    return (
      this.#opens(longer, text, end) ||
      (isPlural && isIn(this.#gates, spread(hashBefore(longer, LOWER_S)))) ||
      (text.charCodeAt(end) === SEAM && this.#joins(longer, text, end, patience))
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

/** Whether part of a text has a character that normalizing may change. */
export function hasIrregular(text: string, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, text.length); at++)
    if (foldRaw(text.charCodeAt(at)) === IRREGULAR) return true;
  return false;
}

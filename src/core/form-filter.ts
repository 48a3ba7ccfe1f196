import { hashBefore, hashStep, spread } from './form-index';
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

/** A set of hashes, as compact as text can be: sorted, each by its distance from the one before, in Rice's code. */
export interface HashSetData {
  /** How many low bits of each hash are kept. */
  readonly bits: number;
  /** How many low bits of each distance stand as they are, at most 24; the rest is a run of at most 24 ones, closed by a zero. */
  readonly rice: number;
  readonly count: number;
  /** Base64 of the bits, most significant first. */
  readonly data: string;
}

/**
 * What tells every page whether a text may hold a surface form, without the forms themselves: hashes of what each form
 * starts with.
 */
export interface FilterData {
  /** What hashes start from. */
  readonly seed: number;
  /** Of the first word of a form, or of its first two (of all in scripts without spaces). */
  readonly gates: HashSetData;
  /** Of words that a gate goes on from; its bits are the index of the filter's first table. */
  readonly leads: HashSetData;
}

const GATE = 1;
const LEAD = 2;
const ANY = GATE | LEAD;
const LOWER_S = 0x73;
/** So many pieces that a word may be made of are tried; of more it is said that they may hold a form. */
const MOST_PIECES = 8;

/** Says whether a text may hold a surface form. It is never wrong when it says no. */
export class FormFilter {
  /** Both sets, two bits for each value of a hash's low bits: what answers most words at once, and fits the cache. */
  readonly #flags: Int32Array;
  readonly #flagMask: number;
  readonly #gates: Int32Array;
  readonly #slotMask: number;
  readonly #gateMask: number;
  readonly #seed: number;

  constructor({ seed, gates, leads }: FilterData) {
    this.#seed = seed;
    const size = 2 ** Math.ceil(Math.log2(gates.count * 2 + 16));
    const slots = new Int32Array(size).fill(-1);
    this.#gates = slots;
    this.#slotMask = size - 1;
    this.#gateMask = 2 ** gates.bits - 1;
    this.#flagMask = 2 ** leads.bits - 1;
    this.#flags = new Int32Array(2 ** leads.bits / 16);
    for (const hash of unpack(gates)) {
      this.#mark(hash, GATE);
      let slot = hash & this.#slotMask;
      while (slots[slot] !== -1) slot = (slot + 1) & this.#slotMask;
      slots[slot] = hash;
    }
    for (const hash of unpack(leads)) this.#mark(hash, LEAD);
  }

  #mark(spreadHash: number, flag: number): void {
    const place = spreadHash & this.#flagMask;
    this.#flags[place >> 4] = (this.#flags[place >> 4] as number) | (flag << ((place & 15) * 2));
  }

  #isMarked(hash: number, flag: number): boolean {
    const place = spread(hash) & this.#flagMask;
    return ((this.#flags[place >> 4] as number) & (flag << ((place & 15) * 2))) !== 0;
  }

  /** Whether a form may stand in a text, as it stands in the page. */
  mayHold(text: string): boolean {
    return this.find(normalize(text).text, 0, true) !== -1;
  }

  /**
   * Reads a text up to the first place where a form may start. SEAM characters stand between pieces of text of which
   * it is not known whether one goes on in the next: both is considered.
   * @param isNormalized where it is not, a character that normalizing may change counts as a place where a form may start
   * @returns the place, or -1
   */
  find(text: string, from: number, isNormalized: boolean): number {
    const seed = this.#seed;
    const flags = this.#flags;
    const mask = this.#flagMask;
    const { length } = text;
    for (let at = from; at < length; ) {
      const start = at;
      let code = text.charCodeAt(at);
      let folded = FOLDED[code] as number;
      if (folded === SEPARATOR) {
        at++;
        continue;
      }
      let hash = seed;
      // The words of most texts, in as few steps as can be; anything else ends the loop.
      while (folded > IRREGULAR && folded < CJK_START) {
        hash = ((hash << 5) - hash + folded) | 0;
        code = text.charCodeAt(++at);
        folded = FOLDED[code] as number;
      }
      if (at < length && (folded !== SEPARATOR || isDecimalPoint(text, at))) {
        // Other scripts, numbers with decimals, and characters that were not met before.
        folded = foldRaw(text.charCodeAt(start));
        if (folded === IRREGULAR) folded = isNormalized ? foldCode(text.charCodeAt(start)) : IRREGULAR;
        at = folded === SEPARATOR ? start + 1 : folded === IRREGULAR ? start : tokenEnd(text, start);
        if (folded === SEPARATOR) continue;
        if (!isNormalized && hasIrregular(text, start, at + 1)) return start;
        hash = seed;
        for (let i = start; i < at; i++) hash = hashStep(hash, foldCode(text.charCodeAt(i)));
        code = text.charCodeAt(at);
      }
      const place = spread(hash) & mask;
      if ((flags[place >> 4] as number) & (ANY << ((place & 15) * 2)) && this.#opens(hash, text, at))
        return start;
      // A plural's s is not part of the form.
      if (FOLDED[text.charCodeAt(at - 1)] === LOWER_S && this.#isGate(hashBefore(hash, LOWER_S)))
        return start;
      if (code === SEAM && this.#joins(hash, text, at, MOST_PIECES)) return start;
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
    if (this.#isGate(hash)) return true;
    if (!this.#isMarked(hash, LEAD)) return false;
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
      (isPlural && this.#isGate(hashBefore(longer, LOWER_S))) ||
      (text.charCodeAt(end) === SEAM && this.#joins(longer, text, end, patience))
    );
  }

  #isGate(hash: number): boolean {
    if (!this.#isMarked(hash, GATE)) return false;
    const wanted = spread(hash) & this.#gateMask;
    let slot = wanted & this.#slotMask;
    let held = this.#gates[slot] as number;
    while (held !== -1) {
      if (held === wanted) return true;
      slot = (slot + 1) & this.#slotMask;
      held = this.#gates[slot] as number;
    }
    return false;
  }
}

/** Whether part of a text has a character that normalizing may change. */
export function hasIrregular(text: string, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, text.length); at++)
    if (foldRaw(text.charCodeAt(at)) === IRREGULAR) return true;
  return false;
}

function unpack({ count, rice, data }: HashSetData): Int32Array {
  const hashes = new Int32Array(count);
  const bytes = atob(data);
  let next = 0;
  // The next bits, from the top, of which `held` are filled: more than 24 before any are taken.
  let bits = 0;
  let held = 0;
  let hash = -1;
  const fill = () => {
    for (; held <= 24; held += 8) bits |= bytes.charCodeAt(next++) << (24 - held);
  };
  for (let i = 0; i < count; i++) {
    fill();
    const ones = Math.clz32(~bits);
    bits <<= ones + 1;
    held -= ones + 1;
    fill();
    // Shifts are modulo 32, and `rice` may be 0.
    hash += ones * 2 ** rice + ((bits >>> 1) >>> (31 - rice)) + 1;
    bits <<= rice;
    held -= rice;
    hashes[i] = hash;
  }
  return hashes;
}

import { HASH_SEED, hashStep } from './form-index';
import { foldCode, isDecimalPoint, nextInTerm, SEPARATOR, scriptOf } from './tokenize';

/** A set of hashes, as compact as text can be: sorted, each by its distance from the one before, in Rice's code. */
export interface HashSetData {
  /** How many low bits of each hash are kept: 16 or more. */
  readonly bits: number;
  /** How many low bits of each distance stand as they are; the rest is a run of ones, closed by a zero. */
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
  /** Of the first word of a form, or of its first two (of all in scripts without spaces). */
  readonly gates: HashSetData;
  /** Of words that a gate goes on from. */
  readonly leads: HashSetData;
}

const GATE = 1;
const LEAD = 2;
/** Both sets, by the low 16 bits of a hash: what answers most words at once. */
const COARSE_MASK = 0xffff;
const LOWER_S = 0x73;

/** Says whether a text may hold a surface form. It is never wrong when it says no. */
export class FormFilter {
  readonly #coarse = new Uint8Array(COARSE_MASK + 1);
  readonly #gates: Int32Array;
  readonly #slotMask: number;
  readonly #gateMask: number;

  constructor({ gates, leads }: FilterData) {
    let size = 16;
    while (size < gates.count * 2) size *= 2;
    this.#gates = new Int32Array(size).fill(-1);
    this.#slotMask = size - 1;
    this.#gateMask = 2 ** gates.bits - 1;
    for (const hash of unpack(gates)) {
      this.#mark(hash, GATE);
      let slot = hash & this.#slotMask;
      while (this.#gates[slot] !== -1) slot = (slot + 1) & this.#slotMask;
      this.#gates[slot] = hash;
    }
    for (const hash of unpack(leads)) this.#mark(hash, LEAD);
  }

  #mark(hash: number, flag: number): void {
    const place = hash & COARSE_MASK;
    this.#coarse[place] = (this.#coarse[place] as number) | flag;
  }

  /**
   * Reads a text once, up to the first place where a form may start.
   * @param text normalized
   */
  mayHold(text: string): boolean {
    const coarse = this.#coarse;
    const { length } = text;
    for (let at = 0; at < length; ) {
      let folded = foldCode(text.charCodeAt(at));
      if (folded === SEPARATOR) {
        at++;
        continue;
      }
      const script = scriptOf(folded);
      let before = HASH_SEED;
      let hash = hashStep(HASH_SEED, folded);
      let last = folded;
      at++;
      if (script !== 'single')
        for (; at < length; at++) {
          folded = foldCode(text.charCodeAt(at));
          if (folded === SEPARATOR ? !isDecimalPoint(text, at) : scriptOf(folded) !== script) break;
          before = hash;
          hash = hashStep(hash, folded);
          last = folded;
        }
      if (coarse[hash & COARSE_MASK] !== 0 && this.#opens(hash, text, at)) return true;
      // A plural's s is not part of the form.
      if (last === LOWER_S && this.#isGate(before)) return true;
    }
    return false;
  }

  /** Whether a token with this hash, or what goes on from it, is a gate. */
  #opens(hash: number, text: string, end: number): boolean {
    if (this.#isGate(hash)) return true;
    if (((this.#coarse[hash & COARSE_MASK] as number) & LEAD) === 0) return false;
    const next = nextInTerm(text, end);
    if (next === -1) return false;
    let folded = foldCode(text.charCodeAt(next));
    const script = scriptOf(folded);
    let before = hash;
    let longer = hashStep(hash, folded);
    let at = next + 1;
    let last = folded;
    if (script !== 'single')
      for (; at < text.length; at++) {
        folded = foldCode(text.charCodeAt(at));
        if (folded === SEPARATOR ? !isDecimalPoint(text, at) : scriptOf(folded) !== script) break;
        before = longer;
        longer = hashStep(longer, folded);
        last = folded;
      }
    return this.#opens(longer, text, at) || (last === LOWER_S && this.#isGate(before));
  }

  #isGate(hash: number): boolean {
    if (((this.#coarse[hash & COARSE_MASK] as number) & GATE) === 0) return false;
    const wanted = hash & this.#gateMask;
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

function* unpack({ count, rice, data }: HashSetData): Generator<number> {
  const bytes = atob(data);
  let at = 0;
  const bit = () => (bytes.charCodeAt(at >> 3) >> (7 - (at++ & 7))) & 1;
  let hash = -1;
  for (let i = 0; i < count; i++) {
    let distance = 0;
    while (bit() === 1) distance++;
    for (let low = 0; low < rice; low++) distance = distance * 2 + bit();
    hash += distance + 1;
    yield hash;
  }
}

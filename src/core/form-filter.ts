import { HASH_SEED, hashStep } from './form-index';
import { normalize } from './normalize';
import {
  foldCode,
  foldRaw,
  IRREGULAR,
  isDecimalPoint,
  isDigit,
  isPoint,
  nextInTerm,
  SEPARATOR,
  scriptOf,
  tokenEnd,
} from './tokenize';

/** A set of hashes, as compact as text can be: sorted, each by its distance from the one before, in Rice's code. */
export interface HashSetData {
  /** How many low bits of each hash are kept. */
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
  /** Of words that a gate goes on from; its bits are the index of the filter's first table. */
  readonly leads: HashSetData;
}

const GATE = 1;
const LEAD = 2;
const LOWER_S = 0x73;
/** Longest gap inside a term, joining characters included, with some to spare (see nextInTerm). */
const MAX_GAP = 48;

/** Says whether a text may hold a surface form. It is never wrong when it says no. */
export class FormFilter {
  /** Both sets, by the low bits of a hash: what answers most words at once. */
  readonly #coarse: Uint8Array;
  readonly #coarseMask: number;
  readonly #gates: Int32Array;
  readonly #slotMask: number;
  readonly #gateMask: number;

  constructor({ gates, leads }: FilterData) {
    const size = 2 ** Math.ceil(Math.log2(gates.count * 2 + 16));
    this.#gates = new Int32Array(size).fill(-1);
    this.#slotMask = size - 1;
    this.#gateMask = 2 ** gates.bits - 1;
    this.#coarseMask = 2 ** leads.bits - 1;
    this.#coarse = new Uint8Array(2 ** leads.bits);
    unpack(gates, (hash) => {
      this.#mark(hash, GATE);
      let slot = hash & this.#slotMask;
      while (this.#gates[slot] !== -1) slot = (slot + 1) & this.#slotMask;
      this.#gates[slot] = hash;
    });
    unpack(leads, (hash) => this.#mark(hash, LEAD));
  }

  #mark(hash: number, flag: number): void {
    const place = hash & this.#coarseMask;
    this.#coarse[place] = (this.#coarse[place] as number) | flag;
  }

  /**
   * Reads a text once, up to the first place where a form may start.
   * @param text as it stands in the page
   * @param carried where the text is a piece of a longer one: what the piece before it ended with; becomes what this
   *   one ends with, and nothing after a yes
   */
  mayHold(text: string, carried?: Carried): boolean {
    let found = carried?.turn(text) === true || this.#read(text, carried, false);
    if (found === undefined) {
      carried?.after.clear();
      found = this.#read(normalize(text).text, carried, true) === true;
    }
    if (found) carried?.clear();
    return found;
  }

  /** @returns undefined where the text has to be normalized first */
  #read(text: string, carried: Carried | undefined, isNormalized: boolean): boolean | undefined {
    if (carried?.before.count && this.#goesOn(text, carried)) return true;
    const coarse = this.#coarse;
    const mask = this.#coarseMask;
    const { length } = text;
    for (let at = 0; at < length; ) {
      let folded = foldRaw(text.charCodeAt(at));
      if (folded === SEPARATOR) {
        at++;
        continue;
      }
      if (folded === IRREGULAR) {
        if (!isNormalized) return undefined;
        folded = foldCode(text.charCodeAt(at));
        if (folded === SEPARATOR) {
          at++;
          continue;
        }
      }
      const script = scriptOf(folded);
      let before = HASH_SEED;
      let hash = hashStep(HASH_SEED, folded);
      let last = folded;
      at++;
      if (script !== 'single')
        for (; at < length; at++) {
          folded = foldRaw(text.charCodeAt(at));
          if (folded === IRREGULAR) {
            if (!isNormalized) return undefined;
            folded = foldCode(text.charCodeAt(at));
          }
          if (folded === SEPARATOR ? !isDecimalPoint(text, at) : scriptOf(folded) !== script) break;
          before = hash;
          hash = hashStep(hash, folded);
          last = folded;
        }
      if (coarse[hash & mask] !== 0 && this.#opens(hash, text, at, carried)) return true;
      // A plural's s is not part of the form.
      if (last === LOWER_S && this.#isGate(before)) return true;
      if (at === length) carried?.after.add(hash, true);
    }
    return carried?.after.isFull === true;
  }

  /** Whether a form may go on, from what was carried, into a text. */
  #goesOn(text: string, carried: Carried): boolean {
    const { before, after } = carried;
    let start = 0;
    while (start < text.length && foldCode(text.charCodeAt(start)) === SEPARATOR) start++;
    for (let i = 0; i < before.count; i++) {
      const hash = before.hashes[i] as number;
      const isLead = ((this.#coarse[hash & this.#coarseMask] as number) & LEAD) !== 0;
      if (start === text.length) {
        if (isLead && start < MAX_GAP) after.add(hash, false);
      } else if (isLead || (start === 0 && before.isOpen[i] === 1)) {
        if (this.#follow(hash, text, start, carried)) return true;
      }
    }
    return false;
  }

  /** Whether a token with this hash, or what goes on from it, is a gate. */
  #opens(hash: number, text: string, end: number, carried: Carried | undefined): boolean {
    if (this.#isGate(hash)) return true;
    if (((this.#coarse[hash & this.#coarseMask] as number) & LEAD) === 0) return false;
    const next = nextInTerm(text, end);
    if (next !== -1) return this.#follow(hash, text, next, carried);
    if (carried && text.length - end < MAX_GAP && isBlank(text, end))
      carried.after.add(hash, end === text.length);
    return false;
  }

  /** Whether the token that starts at `start` makes, behind what has this hash, a gate. */
  #follow(hash: number, text: string, start: number, carried: Carried | undefined): boolean {
    const end = tokenEnd(text, start);
    let before = hash;
    let longer = hash;
    let last = 0;
    for (let at = start; at < end; at++) {
      last = foldCode(text.charCodeAt(at));
      before = longer;
      longer = hashStep(longer, last);
    }
    if (end === text.length) carried?.after.add(longer, true);
    return this.#opens(longer, text, end, carried) || (last === LOWER_S && this.#isGate(before));
  }

  #isGate(hash: number): boolean {
    if (((this.#coarse[hash & this.#coarseMask] as number) & GATE) === 0) return false;
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

/** Words that a piece of text ends with, by their hashes. */
class Ends {
  static readonly #MOST = 8;
  readonly hashes = new Int32Array(Ends.#MOST);
  /** Whether the word reaches the last character, so that it may go on without a gap. */
  readonly isOpen = new Uint8Array(Ends.#MOST);
  count = 0;
  /** There were more than can be followed. */
  isFull = false;

  add(hash: number, isOpen: boolean): void {
    if (this.count === Ends.#MOST) {
      this.isFull = true;
      return;
    }
    this.hashes[this.count] = hash;
    this.isOpen[this.count++] = isOpen ? 1 : 0;
  }

  clear(): void {
    this.count = 0;
    this.isFull = false;
  }
}

/** What goes on from one piece of a text into the next: from one text node into another, or within a long one. */
export class Carried {
  before = new Ends();
  after = new Ends();
  /** The last piece's last character, and the one before it. */
  #last = 0;
  #secondLast = 0;

  /**
   * What the last piece ended with is from now on what comes before.
   * @returns true where the two pieces make one character or one number, which only the whole text tells
   */
  turn(text: string): boolean {
    [this.before, this.after] = [this.after, this.before];
    this.after.clear();
    const first = text.charCodeAt(0);
    const { length } = text;
    const isSeam =
      (foldRaw(first) === IRREGULAR && this.before.count > 0) ||
      (isPoint(first) && isDigit(this.#last)) ||
      (isDigit(first) && isPoint(this.#last) && isDigit(this.#secondLast));
    if (length > 0) {
      this.#secondLast = length > 1 ? text.charCodeAt(length - 2) : this.#last;
      this.#last = text.charCodeAt(length - 1);
    }
    return isSeam;
  }

  /** Whether nothing may go on. */
  get isEmpty(): boolean {
    return this.after.count === 0;
  }

  /** Nothing goes on: another text begins, or the one so far is looked at anyway. */
  clear(): void {
    this.after.clear();
    this.#last = 0;
  }
}

function isBlank(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) if (foldCode(text.charCodeAt(at)) !== SEPARATOR) return false;
  return true;
}

function unpack({ count, rice, data }: HashSetData, visit: (hash: number) => void): void {
  const bytes = atob(data);
  let at = 0;
  const bit = () => (bytes.charCodeAt(at >> 3) >> (7 - (at++ & 7))) & 1;
  let hash = -1;
  for (let i = 0; i < count; i++) {
    let distance = 0;
    while (bit() === 1) distance++;
    for (let low = 0; low < rice; low++) distance = distance * 2 + bit();
    hash += distance + 1;
    visit(hash);
  }
}

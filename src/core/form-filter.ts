import { HASH_PRIME, HASH_SEED, hashStep } from './form-index';
import { normalize } from './normalize';
import {
  CJK_START,
  FOLDED,
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
const ANY = GATE | LEAD;
const LOWER_S = 0x73;
/** Longest gap inside a term, joining characters included, with some to spare (see nextInTerm). */
const MAX_GAP = 48;

/** Says whether a text may hold a surface form. It is never wrong when it says no. */
export class FormFilter {
  /** Both sets, two bits for each value of a hash's low bits: what answers most words at once, and fits the cache. */
  readonly #flags: Int32Array;
  readonly #flagMask: number;
  readonly #gates: Int32Array;
  readonly #slotMask: number;
  readonly #gateMask: number;

  constructor({ gates, leads }: FilterData) {
    const size = 2 ** Math.ceil(Math.log2(gates.count * 2 + 16));
    this.#gates = new Int32Array(size).fill(-1);
    this.#slotMask = size - 1;
    this.#gateMask = 2 ** gates.bits - 1;
    this.#flagMask = 2 ** leads.bits - 1;
    this.#flags = new Int32Array(2 ** leads.bits / 16);
    unpack(gates, (hash) => {
      this.#mark(hash, GATE);
      let slot = hash & this.#slotMask;
      while (this.#gates[slot] !== -1) slot = (slot + 1) & this.#slotMask;
      this.#gates[slot] = hash;
    });
    unpack(leads, (hash) => this.#mark(hash, LEAD));
  }

  #mark(hash: number, flag: number): void {
    const place = hash & this.#flagMask;
    this.#flags[place >> 4] = (this.#flags[place >> 4] as number) | (flag << ((place & 15) * 2));
  }

  #isMarked(hash: number, flag: number): boolean {
    const place = hash & this.#flagMask;
    return ((this.#flags[place >> 4] as number) & (flag << ((place & 15) * 2))) !== 0;
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
    const flags = this.#flags;
    const mask = this.#flagMask;
    const { length } = text;
    for (let at = 0; at < length; ) {
      let folded = FOLDED[text.charCodeAt(at)] as number;
      if (folded === SEPARATOR) {
        at++;
        continue;
      }
      let before = HASH_SEED;
      let hash = HASH_SEED;
      const start = at;
      // The words of most texts, in as few steps as can be; anything else ends the loop.
      while (folded > IRREGULAR && folded < CJK_START) {
        before = hash;
        hash = Math.imul(hash ^ folded, HASH_PRIME);
        folded = ++at < length ? (FOLDED[text.charCodeAt(at)] as number) : SEPARATOR;
      }
      if (at === start && folded >= CJK_START && scriptOf(folded) === 'single') {
        hash = hashStep(HASH_SEED, folded);
        at++;
      } else if (folded !== SEPARATOR || at === start || isDecimalPoint(text, at)) {
        at = start;
        folded = foldRaw(text.charCodeAt(at));
        if (folded === SEPARATOR || (isNormalized && foldCode(text.charCodeAt(at)) === SEPARATOR)) {
          at++;
          continue;
        }
        at = tokenEnd(text, start);
        if (!isNormalized && isIrregularIn(text, start, at + 1)) return undefined;
        before = hash = HASH_SEED;
        for (let i = start; i < at; i++) {
          before = hash;
          hash = hashStep(hash, foldCode(text.charCodeAt(i)));
        }
      }
      const place = hash & mask;
      if ((flags[place >> 4] as number) & (ANY << ((place & 15) * 2)) && this.#opens(hash, text, at, carried))
        return true;
      // A plural's s is not part of the form.
      if (foldCode(text.charCodeAt(at - 1)) === LOWER_S && this.#isGate(before)) return true;
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
      const isLead = this.#isMarked(hash, LEAD);
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
    if (!this.#isMarked(hash, LEAD)) return false;
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
    if (!this.#isMarked(hash, GATE)) return false;
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
    const { length } = text;
    if (length === 0) return false;
    const { before, after } = this;
    this.before = after;
    this.after = before;
    before.clear();
    const first = text.charCodeAt(0);
    const isSeam =
      (isPoint(first) && isDigit(this.#last)) ||
      (isPoint(this.#last) && isDigit(first) && isDigit(this.#secondLast)) ||
      (after.count > 0 && foldRaw(first) === IRREGULAR);
    this.#secondLast = length > 1 ? text.charCodeAt(length - 2) : this.#last;
    this.#last = text.charCodeAt(length - 1);
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

function isIrregularIn(text: string, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, text.length); at++)
    if (foldRaw(text.charCodeAt(at)) === IRREGULAR) return true;
  return false;
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

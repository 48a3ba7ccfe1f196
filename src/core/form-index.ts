import { foldCode, isDecimalPoint, SEPARATOR } from './tokenize';

export const HASH_SEED = 0;

/** One step of a hash over folded code units: times 31, in operations that are cheap in an interpreter. */
export function hashStep(hash: number, folded: number): number {
  return ((hash << 5) - hash + folded) | 0;
}

/** The inverse of 31 modulo 2³². */
const INVERSE = 0xbdef7bdf | 0;

/** The hash as it was before its last step. */
export function undoHashStep(hash: number, folded: number): number {
  return Math.imul(hash - folded, INVERSE);
}

/** Mixes the bits of a hash, so that words that differ in one letter get distant hashes (an integer finalizer). */
export function mixHash(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** Hashes a key, in the same way as a scan hashes the folded characters of a text. */
export function hashKey(key: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < key.length; i++) hash = hashStep(hash, key.charCodeAt(i));
  return hash;
}

/**
 * Forms by key, as one text that needs no parsing before look-ups: the number of lines, then a line for each key with the
 * key, a tab, and a row (see IndexRow) as JSON.
 */
export type FormIndexData = string;

/**
 * The row of a key: flags, for each form with this key the lengths of the key at which the form has a gap, and the values
 * of the forms.
 */
export type IndexRow<T> = readonly [flags: number, gaps: readonly (readonly number[])[], ...values: T[]];

/** Flag: longer forms start with the key. */
export const HAS_LONGER = 1;
/** Flag: a page may leave the first gap out. */
export const CAN_JOIN = 2;

const TAB = 9;

/** Forms by key: an open-addressed hash table over the compiled text; rows are parsed when they are first needed. */
export class FormIndex<T> {
  readonly #data: FormIndexData;
  /** Offsets of lines; 0 for an empty slot. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #rows = new Map<number, IndexRow<T>>();

  /** @param data as `indexForms` compiles it */
  constructor(data: FormIndexData) {
    const first = data.indexOf('\n') + 1;
    const count = Number.parseInt(data, 10);
    const size = 2 ** Math.ceil(Math.log2(count * 2 + 16));
    const slots = new Int32Array(size);
    const mask = size - 1;
    for (let line = first; line < data.length; line = data.indexOf('\n', line) + 1) {
      let hash = HASH_SEED;
      let at = line;
      for (let code = data.charCodeAt(at); code !== TAB; code = data.charCodeAt(++at))
        hash = hashStep(hash, code);
      let slot = mixHash(hash) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = line;
    }
    this.#data = data;
    this.#slots = slots;
    this.#mask = mask;
  }

  /**
   * Looks a span of text up.
   * @param hash of the span's folded word characters
   * @returns the entry's number, or -1
   */
  find(hash: number, text: string, start: number, end: number): number {
    let slot = mixHash(hash) & this.#mask;
    let line = this.#slots[slot] as number;
    while (line !== 0) {
      if (this.#hasKey(line, text, start, end)) return line;
      slot = (slot + 1) & this.#mask;
      line = this.#slots[slot] as number;
    }
    return -1;
  }

  #hasKey(line: number, text: string, start: number, end: number): boolean {
    let at = line;
    for (let i = start; i < end; i++) {
      const folded = foldCode(text.charCodeAt(i));
      if (folded === SEPARATOR && !isDecimalPoint(text, i)) continue;
      if (folded !== this.#data.charCodeAt(at)) return false;
      at++;
    }
    return this.#data.charCodeAt(at) === TAB;
  }

  #row(line: number): IndexRow<T> {
    let row = this.#rows.get(line);
    if (!row) {
      const from = this.#data.indexOf('\t', line) + 1;
      row = JSON.parse(this.#data.slice(from, this.#data.indexOf('\n', from))) as IndexRow<T>;
      this.#rows.set(line, row);
    }
    return row;
  }

  /** An entry's values; empty if it is only the beginning of longer forms. */
  values(entry: number): readonly T[] {
    const [, , ...values] = this.#row(entry);
    return values;
  }

  /**
   * Whether an entry has a form with the page's gaps. The form's first gap may be missing (see mayJoin); `Open AI` is not
   * the form `OpenAI`.
   * @param breaks lengths of the key at which the page has a gap
   */
  allows(entry: number, breaks: readonly number[]): boolean {
    const [flags, gaps] = this.#row(entry);
    return gaps.some((lengths) => {
      const missing = lengths.length - breaks.length;
      return (
        (missing === 0 || (missing === 1 && (flags & CAN_JOIN) !== 0)) &&
        breaks.every((length, i) => lengths[i + missing] === length)
      );
    });
  }

  /** Whether longer forms start with this entry. */
  hasLonger(entry: number): boolean {
    return (this.#row(entry)[0] & HAS_LONGER) !== 0;
  }
}

/**
 * Whether a page may write a form's first two words as one: `finetuning` and `Trainium2`, but not `claudecode`, since
 * Claude is a form of its own.
 * @param first length of the first word
 */
export function mayJoin(key: string, first: number, isForm: (key: string) => boolean): boolean {
  return !isForm(key.slice(0, first)) || /^\p{N}/u.test(key.slice(first));
}

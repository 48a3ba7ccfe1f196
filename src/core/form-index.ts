import { foldCode, isDecimalPoint, SEPARATOR } from './tokenize';

export const HASH_SEED = 0;

/** One step of a hash over folded code units: times 31, by operations that are cheap before any code is compiled. */
export function hashStep(hash: number, folded: number): number {
  return ((hash << 5) - hash + folded) | 0;
}

/** The inverse of 31 modulo 2³². */
const INVERSE = 0xbdef7bdf | 0;

/** The hash as it was before its last step. */
export function undoHashStep(hash: number, folded: number): number {
  return Math.imul(hash - folded, INVERSE);
}

/** Spreads a hash over all its bits: words that differ in one letter are far apart. */
export function mixHash(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** Hashes a key, as scanning a text hashes its folded characters. */
export function hashKey(key: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < key.length; i++) hash = hashStep(hash, key.charCodeAt(i));
  return hash;
}

/**
 * Forms by key, as one text that is ready for look-ups as it is: the number of lines, then for each key a line of the
 * key, a tab, and a row (see IndexRow) as JSON.
 */
export type FormIndexData = string;

/**
 * What an index knows of a key: flags, for each form of it the lengths of the key at which the form has a gap, and what
 * the forms stand for.
 */
export type IndexRow<T> = readonly [flags: number, gaps: readonly (readonly number[])[], ...values: T[]];

/** Longer forms start with the key. */
export const HAS_LONGER = 1;
/** A page may leave the first gap out. */
export const CAN_JOIN = 2;

const TAB = 9;

/**
 * Makes an open-addressed hash table over an index: for each line, found by its key's hash, the offset at which it
 * starts; 0 where there is none. It takes a pass over the whole text, so builds do it beforehand.
 * @param data as `indexForms` compiles it
 */
export function hashLines(data: FormIndexData): Int32Array<ArrayBuffer> {
  const first = data.indexOf('\n') + 1;
  const count = Number.parseInt(data, 10);
  const lines = new Int32Array(2 ** Math.ceil(Math.log2(count * 1.5 + 16)));
  const mask = lines.length - 1;
  for (let line = first; line < data.length; line = data.indexOf('\n', line) + 1) {
    let hash = HASH_SEED;
    let at = line;
    for (let code = data.charCodeAt(at); code !== TAB; code = data.charCodeAt(++at))
      hash = hashStep(hash, code);
    let slot = mixHash(hash) & mask;
    while (lines[slot] !== 0) slot = (slot + 1) & mask;
    lines[slot] = line;
  }
  return lines;
}

/** Forms by key, looked up through a hash table over the compiled text, whose rows are read when they are first wanted. */
export class FormIndex<T> {
  readonly #data: FormIndexData;
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #rows = new Map<number, IndexRow<T>>();

  /**
   * @param data as `indexForms` compiles it
   * @param slots as `hashLines` makes them
   */
  constructor(data: FormIndexData, slots: Int32Array = hashLines(data)) {
    this.#data = data;
    this.#slots = slots;
    this.#mask = slots.length - 1;
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

  /** What an entry stands for; empty where it only leads to longer forms. */
  values(entry: number): readonly T[] {
    const [, , ...values] = this.#row(entry);
    return values;
  }

  /**
   * Whether a page may break an entry's form where it did: everywhere where the form has a gap, but the first two
   * words may be one (see mayJoin). `Open AI` is not the form `OpenAI`.
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

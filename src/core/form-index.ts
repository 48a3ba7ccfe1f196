import { foldCode, isDecimalPoint, keyOf, SEPARATOR, tokenKeys } from './tokenize';

export const HASH_SEED = 0;

/** One step of a hash over folded code units: times 31, by operations that are cheap before any code is compiled. */
export function hashStep(hash: number, folded: number): number {
  return ((hash << 5) - hash + folded) | 0;
}

/** The inverse of 31 modulo 2³². */
const INVERSE = 0xbdef7bdf | 0;

/** The hash as it was before its last step. */
export function hashBefore(hash: number, folded: number): number {
  return Math.imul(hash - folded, INVERSE);
}

/** Spreads a hash over all its bits: words that differ in one letter are far apart. */
export function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** Hashes a key, as scanning a text hashes its folded characters from a seed on. */
export function hashKey(key: string, seed = HASH_SEED): number {
  let hash = seed;
  for (let i = 0; i < key.length; i++) hash = hashStep(hash, key.charCodeAt(i));
  return hash;
}

interface Entry<T> {
  readonly key: string;
  readonly hash: number;
  readonly values: T[];
  /** For each form of the key, the lengths of the key at which the form has a gap. */
  readonly gaps: number[][];
  /** Whether a page may leave the first gap out. */
  canJoin: boolean;
  leads: boolean;
}

/** Forms by key: an open-addressed hash table, so that a look-up allocates nothing. */
export class FormIndex<T> {
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #entries: readonly Entry<T>[];

  /** @param forms forms with what they stand for; several may share a key */
  constructor(forms: readonly { readonly form: string; readonly value: T }[]) {
    const byKey = new Map<string, Entry<T>>();
    const entryOf = (key: string) => {
      let entry = byKey.get(key);
      if (!entry) {
        entry = { key, hash: hashKey(key), values: [], gaps: [], canJoin: true, leads: false };
        byKey.set(key, entry);
      }
      return entry;
    };
    for (const { form, value } of forms) {
      const gaps: number[] = [];
      let lead = '';
      for (const token of tokenKeys(form)) {
        if (lead !== '') {
          gaps.push(lead.length);
          entryOf(lead).leads = true;
        }
        lead += token;
      }
      const entry = entryOf(keyOf(form));
      entry.values.push(value);
      entry.gaps.push(gaps);
    }
    for (const entry of byKey.values()) {
      const [first] = entry.gaps[0] ?? [];
      entry.canJoin =
        first !== undefined && mayJoin(entry.key, first, (key) => (byKey.get(key)?.values.length ?? 0) > 0);
    }
    this.#entries = [...byKey.values()];
    let size = 16;
    while (size < this.#entries.length * 4) size *= 2;
    this.#slots = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
    for (const [place, { hash }] of this.#entries.entries()) {
      let slot = spread(hash) & this.#mask;
      while (this.#slots[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = place;
    }
  }

  /**
   * Looks a span of text up.
   * @param hash of the span's folded word characters
   * @returns the entry's number, or -1
   */
  find(hash: number, text: string, start: number, end: number): number {
    let slot = spread(hash) & this.#mask;
    let place = this.#slots[slot] as number;
    while (place !== -1) {
      const entry = this.#entries[place] as Entry<T>;
      if (entry.hash === hash && hasKey(text, start, end, entry.key)) return place;
      slot = (slot + 1) & this.#mask;
      place = this.#slots[slot] as number;
    }
    return -1;
  }

  /** What an entry stands for; empty where it only leads to longer forms. */
  values(place: number): readonly T[] {
    return this.#entries[place]?.values ?? [];
  }

  /**
   * Whether a page may break an entry's form where it did: everywhere where the form has a gap, but the first two
   * words may be one (see mayJoin). `Open AI` is not the form `OpenAI`.
   * @param breaks lengths of the key at which the page has a gap
   */
  allows(place: number, breaks: readonly number[]): boolean {
    const { gaps = [], canJoin = false } = this.#entries[place] ?? {};
    return gaps.some((lengths) => {
      const missing = lengths.length - breaks.length;
      return (
        (missing === 0 || (missing === 1 && canJoin)) &&
        breaks.every((length, i) => lengths[i + missing] === length)
      );
    });
  }

  /** Whether longer forms start with this entry. */
  leads(place: number): boolean {
    return this.#entries[place]?.leads === true;
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

function hasKey(text: string, start: number, end: number, key: string): boolean {
  let matched = 0;
  for (let i = start; i < end; i++) {
    const folded = foldCode(text.charCodeAt(i));
    if (folded === SEPARATOR && !isDecimalPoint(text, i)) continue;
    if (folded !== key.charCodeAt(matched)) return false;
    matched++;
  }
  return matched === key.length;
}

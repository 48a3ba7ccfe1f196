import { mixHash } from './form-index';

// A filter's hash table is packed into text, of four characters a slot, that an encoder turns into the table natively: code
// that unpacks 20 KB runs before any of it is compiled, and then has the browser compile it. ASCII has 6 bits of a hash in
// each of three bytes, and 5 bits in the highest, so that numbers stay small.

/** A slot without a hash. */
export const EMPTY = 0x20404040;
/** The bits of a hash that a slot keeps. */
export const TAG = 0x073f3f3f;
/** Marks hashes of prefixes that suffice: a form's first word, or its first two or more (without spaces, all). */
export const PREFIX = 0x08000000;
/** Marks hashes of shorter prefixes that must continue to one of those. */
export const CONTINUATION = 0x10000000;

const BYTES = 4;
const MIN_SLOTS = 16;
/** Beyond this share of slots in use, a search goes through many. */
const MAX_LOAD = 0.6;

/**
 * Packs hashes of the beginnings of forms.
 * @param prefixes of those that suffice
 * @param continuations of shorter ones, that must continue to one of those
 */
export function packFilter(prefixes: readonly number[], continuations: readonly number[]): string {
  const count = (prefixes.length + continuations.length) / MAX_LOAD;
  const slots = new Int32Array(Math.max(MIN_SLOTS, 2 ** Math.ceil(Math.log2(count)))).fill(EMPTY);
  const add = (hash: number, kind: number) => {
    const tag = EMPTY | (hash & TAG);
    let at = mixHash(hash) & (slots.length - 1);
    // What looks the same shares a slot.
    for (; slots[at] !== EMPTY; at = (at + 1) & (slots.length - 1))
      if (((slots[at] as number) & (EMPTY | TAG)) === tag) break;
    slots[at] = (slots[at] as number) | tag | kind;
  };
  for (const hash of prefixes) add(hash, PREFIX);
  for (const hash of continuations) add(hash, CONTINUATION);
  return new TextDecoder().decode(slots);
}

/**
 * Unpacks a filter.
 * @param packed as `packFilter` returns it
 * @returns the slots of an open-addressed hash table, as many as a power of two
 * @throws Error if it is anything else
 */
export function unpackFilter(packed: string): Int32Array {
  const { buffer, length } = new TextEncoder().encode(packed);
  const count = length / BYTES;
  if (count < MIN_SLOTS || !Number.isInteger(Math.log2(count))) throw new Error('Broken table.');
  return new Int32Array(buffer, 0, count);
}

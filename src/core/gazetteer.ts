import { foldCode, keyOf, prefixKeys, SEPARATOR } from './tokenize';

/** How much evidence a form needs: 0 links alone, 1 with evidence, 2 with strong evidence. */
export type Tier = 0 | 1 | 2;

/** The compiled pack as a page needs it: plain JSON. Cards are named by their place in `cards`. */
export interface GazetteerData {
  /** Card ids. */
  readonly cards: readonly string[];
  /** Surface form, card, tier. */
  readonly aliases: readonly (readonly [form: string, card: number, tier: Tier])[];
  /** Cue, then what it speaks for: `card + 1`, `-(card + 1)` where it speaks against, 0 for the subject itself. */
  readonly cues: readonly (readonly [form: string, ...refs: number[]])[];
  /** For each card, the cards that it has a relation with. */
  readonly related: readonly (readonly number[])[];
}

export interface Alias {
  readonly form: string;
  readonly compact: string;
  readonly card: number;
  readonly tier: Tier;
}

export interface Cue {
  readonly form: string;
  readonly exactCase: boolean;
  readonly refs: readonly number[];
}

/** The gazetteer ready for look-ups. */
export interface Gazetteer {
  readonly cards: readonly string[];
  readonly aliases: FormIndex<Alias>;
  readonly cues: FormIndex<Cue>;
  readonly related: readonly ReadonlySet<number>[];
}

export const HASH_SEED = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;

/** One step of FNV-1a (32 bits) over a folded code unit. */
export function hashStep(hash: number, folded: number): number {
  return Math.imul(hash ^ folded, HASH_PRIME);
}

/** Forms by key: an open-addressed hash table, so that a look-up allocates nothing. */
export class FormIndex<T> {
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #hashes: number[] = [];
  readonly #keys: string[] = [];
  readonly #values: T[][] = [];
  readonly #leads: boolean[] = [];

  /** @param entries forms with what they stand for; several may share a key */
  constructor(entries: readonly { form: string; value: T }[]) {
    const byKey = new Map<string, T[]>();
    const leads = new Set<string>();
    for (const { form, value } of entries) {
      const key = keyOf(form);
      const values = byKey.get(key);
      if (values) values.push(value);
      else byKey.set(key, [value]);
      for (const prefix of prefixKeys(form)) leads.add(prefix);
    }
    for (const prefix of leads) if (!byKey.has(prefix)) byKey.set(prefix, []);
    let size = 16;
    while (size < byKey.size * 4) size *= 2;
    this.#slots = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
    for (const [key, values] of byKey) this.#insert(key, values, leads.has(key));
  }

  #insert(key: string, values: T[], leads: boolean): void {
    let hash = HASH_SEED;
    for (let i = 0; i < key.length; i++) hash = hashStep(hash, key.charCodeAt(i));
    let slot = hash & this.#mask;
    while (this.#slots[slot] !== -1) slot = (slot + 1) & this.#mask;
    this.#slots[slot] = this.#keys.length;
    this.#keys.push(key);
    this.#hashes.push(hash);
    this.#values.push(values);
    this.#leads.push(leads);
  }

  /**
   * Looks a span of text up.
   * @param hash of the span's folded word characters
   * @returns the entry's number, or -1
   */
  find(hash: number, text: string, start: number, end: number): number {
    let slot = hash & this.#mask;
    let entry = this.#slots[slot] as number;
    while (entry !== -1) {
      if (this.#hashes[entry] === hash && hasKey(text, start, end, this.#keys[entry] as string)) return entry;
      slot = (slot + 1) & this.#mask;
      entry = this.#slots[slot] as number;
    }
    return -1;
  }

  /** What an entry stands for; empty where it only leads to longer forms. */
  values(entry: number): readonly T[] {
    return this.#values[entry] ?? [];
  }

  /** Whether longer forms start with this entry. */
  leads(entry: number): boolean {
    return this.#leads[entry] === true;
  }
}

function hasKey(text: string, start: number, end: number, key: string): boolean {
  let matched = 0;
  for (let i = start; i < end; i++) {
    const folded = foldCode(text.charCodeAt(i));
    if (folded === SEPARATOR) continue;
    if (folded !== key.charCodeAt(matched)) return false;
    matched++;
  }
  return matched === key.length;
}

/** The word characters of a form in their own case: what a surface form is compared by. */
export function compactOf(form: string): string {
  return form.replace(/[^\p{L}\p{N}\p{M}_]/gu, '');
}

/**
 * Makes compiled data ready for look-ups.
 * @throws Error where a reference names no card
 */
export function loadGazetteer(data: GazetteerData): Gazetteer {
  const check = (card: number) => {
    if (data.cards[card] === undefined) throw new Error(`The gazetteer names card ${card}, but has ${data.cards.length} cards.`);
    return card;
  };
  return {
    cards: data.cards,
    aliases: new FormIndex(
      data.aliases.map(([form, card, tier]) => ({
        form,
        value: { form, compact: compactOf(form), card: check(card), tier },
      })),
    ),
    cues: new FormIndex(
      data.cues.map(([form, ...refs]) => ({
        form,
        // Short acronyms are words of their own in lower case (IT, SEC, AI in Italian and French).
        value: { form, exactCase: /^[\p{Lu}\p{N}]{1,4}s?$/u.test(form), refs },
      })),
    ),
    related: data.related.map((cards) => new Set(cards)),
  };
}

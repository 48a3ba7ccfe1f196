import { foldCode, isDecimalPoint, keyOf, prefixKeys, SEPARATOR } from './tokenize';

/** How much evidence a form needs: 0 links alone, 1 with evidence, 2 with strong evidence. */
export type Tier = 0 | 1 | 2;

/** What every page needs: the surface forms. Plain JSON; cards are named by their place in `cards`. */
export interface GazetteerData {
  /** Card ids. */
  readonly cards: readonly string[];
  /** Card, tier, and the card's surface forms of that tier. */
  readonly aliases: readonly (readonly [card: number, tier: Tier, ...forms: string[]])[];
}

/** What only a page with a candidate needs: the cues that tell senses apart. */
export interface CueData {
  /** Cue, then what it speaks for: `card + 1`, `-(card + 1)` where it speaks against, 0 for the subject itself. */
  readonly cues: readonly (readonly [form: string, ...refs: number[]])[];
  /** For each card, the cards that it has a relation with. */
  readonly related: readonly (readonly number[])[];
}

/** What a form on the page may stand for. */
export interface Alias {
  readonly compact: string;
  readonly card: number;
  readonly tier: Tier;
}

/** A word or phrase that speaks for or against senses. */
export interface Cue {
  readonly form: string;
  /** Whether it is another word in other capitals. */
  readonly keepsCase: boolean;
  readonly compact: string;
  readonly refs: readonly number[];
}

/** The aliases ready for look-ups. */
export interface Gazetteer {
  readonly cards: readonly string[];
  readonly aliases: FormIndex<Alias>;
}

/** The cues ready for look-ups. */
export interface CueIndex {
  readonly forms: FormIndex<Cue>;
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
  /** For each entry, the lengths of its key at which a page may break it. */
  readonly #breaks: (readonly number[])[] = [];

  /** @param entries forms with what they stand for; several may share a key */
  constructor(entries: readonly { form: string; value: T }[]) {
    const byKey = new Map<string, { values: T[]; breaks: number[] }>();
    const leads = new Set<string>();
    for (const { form, value } of entries) {
      const key = keyOf(form);
      const prefixes = prefixKeys(form);
      const entry = byKey.get(key) ?? { values: [], breaks: [] };
      byKey.set(key, entry);
      entry.values.push(value);
      for (const prefix of prefixes) {
        entry.breaks.push(prefix.length);
        leads.add(prefix);
      }
    }
    for (const prefix of leads) if (!byKey.has(prefix)) byKey.set(prefix, { values: [], breaks: [] });
    let size = 16;
    while (size < byKey.size * 4) size *= 2;
    this.#slots = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
    for (const [key, { values, breaks }] of byKey) this.#insert(key, values, leads.has(key), breaks);
  }

  #insert(key: string, values: T[], leads: boolean, breaks: number[]): void {
    let hash = HASH_SEED;
    for (let i = 0; i < key.length; i++) hash = hashStep(hash, key.charCodeAt(i));
    let slot = hash & this.#mask;
    while (this.#slots[slot] !== -1) slot = (slot + 1) & this.#mask;
    this.#slots[slot] = this.#keys.length;
    this.#keys.push(key);
    this.#hashes.push(hash);
    this.#values.push(values);
    this.#leads.push(leads);
    this.#breaks.push(breaks);
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

  /** Whether a page may break an entry's form where it did: `Open AI` is not the form `OpenAI`. */
  allows(entry: number, keyLengths: readonly number[]): boolean {
    return keyLengths.every((length) => this.#breaks[entry]?.includes(length));
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
    if (folded === SEPARATOR && !isDecimalPoint(text, i)) continue;
    if (folded !== key.charCodeAt(matched)) return false;
    matched++;
  }
  return matched === key.length;
}

/** The word characters of a form in their own case: what a surface form is compared by. */
export function compactOf(form: string): string {
  return form.replace(
    /((?<=\d)\.(?=\d))|[^\p{L}\p{N}\p{M}]/gu,
    (_, point: string | undefined) => point ?? '',
  );
}

/** Plurals that readers meet and authors need not write: of common nouns, acronyms and model numbers. */
export function withPlural(form: string): string[] {
  const lastWord = form.split(/[\s-]/u).at(-1) ?? '';
  const isRegular = /^[a-z]{2,}[a-rt-z]$/.test(lastWord) || /^[A-Z][A-Z0-9]+$/.test(lastWord);
  return isRegular ? [form, `${form}s`] : [form];
}

/** Makes compiled aliases ready for look-ups. */
export function loadGazetteer({ cards, aliases }: GazetteerData): Gazetteer {
  const entries = aliases.flatMap(([card, tier, ...forms]) =>
    forms.flatMap(withPlural).map((form) => ({ form, value: { compact: compactOf(form), card, tier } })),
  );
  return { cards, aliases: new FormIndex(entries) };
}

/** Makes compiled cues ready for look-ups. */
export function loadCues({ cues, related }: CueData): CueIndex {
  const entries = cues.flatMap(([written, ...refs]) => {
    // Short acronyms are other words in lower case (IT, SEC, and AI in French), and so are many names (Cursor, Haiku).
    const keepsCase = /^(?:[\p{Lu}\p{N}]{1,4}|\p{Lu}\p{Ll}+)$/u.test(written);
    return withPlural(written).map((form) => ({
      form,
      value: { form: written, compact: compactOf(form), keepsCase, refs },
    }));
  });
  return { forms: new FormIndex(entries), related: related.map((cards) => new Set(cards)) };
}

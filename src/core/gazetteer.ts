import { FormIndex, type FormIndexData } from './form-index';

/** How much evidence a form needs: 0 links alone, 1 with evidence, 2 with strong evidence. */
export type Tier = 0 | 1 | 2;

/** The surface forms. Plain JSON; cards are named by their place in `cards`. */
export interface GazetteerData {
  /** Card ids. */
  readonly cards: readonly string[];
  /** Of `Alias`. */
  readonly aliases: FormIndexData;
  /** Their hash table, if it was made beforehand. */
  readonly slots?: Int32Array;
}

/** The cues that tell senses apart. */
export interface CueData {
  /** Of `Cue`. */
  readonly cues: FormIndexData;
  /** Their hash table, if it was made beforehand. */
  readonly slots?: Int32Array;
  /** For each card, the cards that it has a relation with. */
  readonly related: readonly (readonly number[])[];
}

/** What a form on the page may stand for; `compact` is its word characters in their own case. */
export type Alias = readonly [card: number, tier: Tier, compact: string];

/**
 * A word or phrase that speaks for or against senses: `card + 1`, `-(card + 1)` where it speaks against, 0 for the
 * subject itself. Where it is another word in other capitals, its word characters in their own case.
 */
export type Cue = readonly [form: string, refs: readonly number[], compact?: string];

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

/** The word characters of a form in their own case: what a surface form is compared by. */
export function compactOf(form: string): string {
  return form.replace(/((?<=\d)[.,](?=\d))|[^\p{L}\p{N}\p{M}]/gu, (_, point: string | undefined) =>
    point === undefined ? '' : '.',
  );
}

/** Makes compiled aliases ready for look-ups. */
export function loadGazetteer({ cards, aliases, slots }: GazetteerData): Gazetteer {
  return { cards, aliases: new FormIndex(aliases, slots) };
}

/** Makes compiled cues ready for look-ups. */
export function loadCues({ cues, related, slots }: CueData): CueIndex {
  return { forms: new FormIndex(cues, slots), related: related.map((cards) => new Set(cards)) };
}

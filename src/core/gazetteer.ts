import { FormIndex, type FormIndexData } from './form-index';

/** How much evidence a form needs: 0 links alone, 1 with evidence, 2 with strong evidence. */
export type Tier = 0 | 1 | 2;

/** The surface forms. Plain JSON; cards are numbered by their index in `cards`. */
export interface GazetteerData {
  /** Card ids. */
  readonly cards: readonly string[];
  /** Of `Alias`. */
  readonly aliases: FormIndexData;
}

/** The cues that tell senses apart. */
export interface CueData {
  /** Of `Cue`. */
  readonly cues: FormIndexData;
  /** For each card, the cards that it has a relation with. */
  readonly related: readonly (readonly number[])[];
}

/** A card that a form may mean; `compact` is the form's word characters in their own case. */
export type Alias = readonly [card: number, tier: Tier, compact: string];

/**
 * A word or phrase that speaks for or against senses: `card + 1`, `-(card + 1)` where it speaks against, 0 for the
 * subject itself. Where it is another word in other capitals, its word characters in their own case.
 */
export type Cue = readonly [form: string, refs: readonly number[], compact?: string];

/** Loaded aliases. */
export interface Gazetteer {
  readonly cards: readonly string[];
  readonly aliases: FormIndex<Alias>;
}

/** Loaded cues. */
export interface CueIndex {
  readonly forms: FormIndex<Cue>;
  readonly related: readonly ReadonlySet<number>[];
}

/** The word characters of a form in their own case, by which surface forms are compared. */
export function compactOf(form: string): string {
  return form.replace(/((?<=\d)[.,](?=\d))|[^\p{L}\p{N}\p{M}]/gu, (_, point: string | undefined) =>
    point === undefined ? '' : '.',
  );
}

/** Loads compiled aliases for look-ups. */
export function loadGazetteer({ cards, aliases }: GazetteerData): Gazetteer {
  return { cards, aliases: new FormIndex(aliases) };
}

/** Loads compiled cues for look-ups. */
export function loadCues({ cues, related }: CueData): CueIndex {
  return { forms: new FormIndex(cues), related: related.map((cards) => new Set(cards)) };
}

/** What a piece of evidence is. */
export type EvidenceKind = 'form' | 'cue' | 'subject' | 'card' | 'title' | 'name' | 'against';

/** One reason for (positive weight) or against (negative) a sense. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** The word, phrase or card id that speaks. */
  readonly text: string;
  readonly weight: number;
}

/**
 * The model: weights add up, and a sense is linked if the sum reaches 0. The lists give the weights of the first, second, …
 * distinct piece of a kind; further ones add nothing. These are for the evidence in a block's own text (weigh.ts).
 */
export const BLOCK_WEIGHTS = {
  /** A form, by its tier: alone, with evidence, with strong evidence. */
  form: [2, -1.5, -3.5],
  /** A cue of the card within NEAR_CHARACTERS. */
  near: [3, 2, 1],
  /** A cue of the card elsewhere in the block. */
  inBlock: [1, 1],
  /** A word of the subject within NEAR_CHARACTERS. */
  subject: [1.5, 1, 0.5],
  /** A cue against the card: near, elsewhere in the block. */
  againstNear: [-4, -3],
  againstInBlock: [-2, -1],
  /** The form stands inside a longer name that no card knows (Claude Debussy, Hotel Azure). */
  name: [-2],
} as const;

/** The model's weights for evidence outside the block, which the frame adds. */
export const WEIGHTS = {
  /** The same card is sure by its own evidence elsewhere in the block, or on the page: one sense per discourse. */
  sameCardInBlock: [2.5],
  sameCardOnPage: [2],
  /** The card is sure nowhere on the page, and words beside another of its forms speak against it. */
  opposedOnPage: [-1],
  /** Another card that is sure in the block; one related to this card. */
  cardInBlock: [2, 1],
  relatedInBlock: [2.5, 1],
  /** Another card that is sure elsewhere on the page. */
  cardOnPage: [1, 0.5],
  /** A cue of the card, or a word of the subject, in title, headings or host name. */
  title: [2, 1],
  titleSubject: [1],
  /** A cue against the card there. */
  againstTitle: [-3, -1],
} as const;

/** Collects evidence: each distinct key once, by a row of falling weights. */
export class EvidenceTally {
  readonly evidence: Evidence[] = [];
  readonly #seen = new Map<readonly number[], Set<string>>();

  /** @param key the same for equivalent texts (see `sameKey`) */
  add(kind: EvidenceKind, text: string, key: string, row: readonly number[]): void {
    const seen = this.#seen.get(row) ?? new Set();
    this.#seen.set(row, seen);
    const weight = row[seen.size];
    if (seen.has(key) || weight === undefined) return;
    seen.add(key);
    this.evidence.push({ kind, text, weight });
  }
}

/** A cue in a title, a heading or a host name, with the cards it speaks for and against. */
export interface TitleCue {
  readonly form: string;
  /** The same for equivalent forms (see `sameKey`). */
  readonly key: string;
  /** Card ids. */
  readonly for: readonly string[];
  readonly against: readonly string[];
  /** Whether it is a word of the subject itself. */
  readonly isSubject: boolean;
  /** Ids of cards whose own form it is: as a word of the subject it is no evidence for them. */
  readonly formOf: readonly string[];
}

/** Adds the evidence of title, headings and host name for or against a card. */
export function weighTitle(cues: readonly TitleCue[], card: string, tally: EvidenceTally): void {
  for (const cue of cues) {
    if (cue.for.includes(card)) tally.add('title', cue.form, cue.key, WEIGHTS.title);
    else if (cue.against.includes(card)) tally.add('against', cue.form, cue.key, WEIGHTS.againstTitle);
    else if (cue.isSubject && !cue.formOf.includes(card))
      tally.add('title', cue.form, cue.key, WEIGHTS.titleSubject);
  }
}

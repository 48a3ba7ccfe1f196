import { normalize } from './normalize';
import type { BlockReading, WeighedCandidate } from './read-block';
import { keyOf } from './tokenize';

/** What a reader may say of a mention. */
export const CORRECTION_KINDS = ['wrong', 'never', 'known'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** One thing that a reader has said; `surface` is the surface form as it stood on the page. */
export type Correction = { readonly surface: string } & (
  | { readonly kind: 'wrong'; readonly site: string; readonly card: string }
  | { readonly kind: 'never'; readonly site: string }
  | { readonly kind: 'known'; readonly card: string }
);

/** A correction that is kept: the name it is kept under, and when it was made, in milliseconds since 1970. */
export type KeptCorrection = Correction & { readonly id: string; readonly at: number };

/** All that holds on one site. Plain JSON. */
export interface Corrections {
  /** A form that is not linked to a card. */
  readonly wrong: readonly (readonly [form: string, card: string])[];
  /** Forms that are no mention of any card. */
  readonly never: readonly string[];
  /** Cards whose mentions are not underlined. */
  readonly known: readonly string[];
}

/** What holds where the reader has corrected nothing. */
export const NO_CORRECTIONS: Corrections = { wrong: [], never: [], known: [] };

/** What corrections compare surface forms by: `Scaling laws`, `scaling-law` and `SCALING LAW` are one form. */
export function formOf(surface: string): string {
  return keyOf(normalize(surface).text).replace(/(?!^)s$/, '');
}

/** A span of a block, and the cards that it does not mean; null where it means none. */
interface Refusal {
  readonly start: number;
  readonly end: number;
  readonly cards: ReadonlySet<string> | null;
}

/**
 * Takes out of readings what the reader has refused, before senses speak for each other. What is said of a span holds
 * for its parts: where `Amazon Bedrock` is no term, neither is the `Bedrock` in it.
 * @param blocks readings with the texts that their offsets count in
 * @returns the readings in order; one that nothing is taken from is the same object, and a candidate that is left without
 *   a sense stays
 */
export function applyCorrections(
  blocks: readonly { readonly text: string; readonly reading: BlockReading }[],
  { wrong, never }: Corrections,
): BlockReading[] {
  const refused = new Map<string, Set<string> | null>();
  for (const [form, card] of wrong) refused.set(form, (refused.get(form) ?? new Set()).add(card));
  for (const form of never) refused.set(form, null);
  return blocks.map(({ text, reading }) => {
    if (refused.size === 0) return reading;
    const refusals = reading.candidates.flatMap(({ start, end }): Refusal[] => {
      const cards = refused.get(formOf(text.slice(start, end)));
      return cards === undefined ? [] : [{ start, end, cards }];
    });
    if (refusals.length === 0) return reading;
    const candidates = reading.candidates.map((candidate) => withoutRefused(candidate, refusals));
    return { ...reading, candidates };
  });
}

function withoutRefused(candidate: WeighedCandidate, refusals: readonly Refusal[]): WeighedCandidate {
  const refusing = refusals.filter(({ start, end }) => start <= candidate.start && candidate.end <= end);
  const senses = candidate.senses.filter(({ card }) =>
    refusing.every(({ cards }) => cards && !cards.has(card)),
  );
  return { ...candidate, senses };
}

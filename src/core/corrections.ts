import { normalize } from './normalize';
import type { BlockReading, WeighedCandidate } from './read-block';
import { keyOf } from './tokenize';

/** The kinds of correction. */
export const CORRECTION_KINDS = ['wrong', 'never', 'known'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** One correction; `surface` is the surface form as it stood on the page. */
export type Correction = { readonly surface: string } & (
  | { readonly kind: 'wrong'; readonly site: string; readonly card: string }
  | { readonly kind: 'never'; readonly site: string }
  | { readonly kind: 'known'; readonly card: string }
);

/** A stored correction: its id, and when it was made, in milliseconds since 1970. */
export type KeptCorrection = Correction & { readonly id: string; readonly at: number };

/** All corrections that hold on one site. Plain JSON. */
export interface Corrections {
  /** Forms that do not mean a certain card. */
  readonly wrong: readonly (readonly [form: string, card: string])[];
  /** Forms that are no mention of any card. */
  readonly never: readonly string[];
  /** Cards whose mentions are not underlined. */
  readonly known: readonly string[];
}

/** No correction. */
export const NO_CORRECTIONS: Corrections = { wrong: [], never: [], known: [] };

/** The key by which corrections compare surface forms: `Scaling laws`, `scaling-law` and `SCALING LAW` have the same. */
export function formOf(surface: string): string {
  return keyOf(normalize(surface).text).replace(/(?!^)s$/, '');
}

/** A span of a block, and the cards that it does not mean; null for all cards. */
interface Refusal {
  readonly start: number;
  readonly end: number;
  readonly cards: ReadonlySet<string> | null;
}

/**
 * Removes the senses that the reader has refused from readings, before senses support each other. A correction of a span
 * holds for its parts: if `Amazon Bedrock` is no term, neither is the `Bedrock` in it.
 * @param blocks readings with the texts that their offsets refer to
 * @returns the readings in order: unchanged ones are the same objects, and candidates without a sense are kept
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

import { type Evidence, WEIGHTS } from './evidence';
import type { Tier } from './gazetteer';
import type { WeighedCandidate } from './read-block';

/** A span of a block linked to a card. Offsets are UTF-16 code units of the block's own text, half-open. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly card: string;
  readonly tier: Tier;
  /** Sum of the evidence; 0 or more. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** A sense of a candidate with its score before support from the rest of the page. */
export interface ScoredSense {
  readonly candidate: WeighedCandidate;
  readonly card: string;
  readonly tier: Tier;
  /** What the block's own text and the title say. */
  readonly evidence: readonly Evidence[];
  readonly score: number;
}

/** The sum of the weights. */
export const sumOf = (evidence: readonly Evidence[]) =>
  evidence.reduce((sum, piece) => sum + piece.weight, 0);

/**
 * Chooses the sense of a candidate with the highest score.
 * @param senses those of one candidate
 * @param support evidence for a sense from the rest of the page
 * @returns one mention; none where no score reaches 0
 */
export function chooseSense(
  senses: readonly ScoredSense[],
  support: (sense: ScoredSense) => readonly Evidence[],
): Mention[] {
  let winner: Mention | undefined;
  for (const sense of senses) {
    const further = support(sense);
    const score = sense.score + sumOf(further);
    if (score < 0 || (winner && score <= winner.score)) continue;
    const { candidate, card, tier, evidence } = sense;
    const { start, end } = candidate;
    winner = { start, end, card, tier, score, evidence: [...evidence, ...further] };
  }
  return winner ? [winner] : [];
}

/**
 * Evidence for a card from other cards that are sure.
 * @param inBlock ids of the cards sure in its own block
 * @param onPage ids of the cards sure on the page
 * @param related ids of the cards it has a relation with
 */
export function supportFromOthers(
  card: string,
  inBlock: ReadonlySet<string>,
  onPage: readonly string[],
  related: readonly string[],
): Evidence[] {
  const others = [...inBlock].filter((other) => other !== card);
  const elsewhere: string[] = [];
  for (const other of onPage) {
    if (elsewhere.length === WEIGHTS.cardOnPage.length) break;
    if (other !== card && !inBlock.has(other)) elsewhere.push(other);
  }
  return [
    ...supportOf(
      others.filter((other) => related.includes(other)),
      WEIGHTS.relatedInBlock,
    ),
    ...supportOf(
      others.filter((other) => !related.includes(other)),
      WEIGHTS.cardInBlock,
    ),
    ...supportOf(elsewhere, WEIGHTS.cardOnPage),
  ];
}

/**
 * One piece of evidence for each card, as far as the row goes.
 * @param cards ids
 * @param row falling weights (see `WEIGHTS`)
 */
export function supportOf(cards: readonly string[], row: readonly number[]): Evidence[] {
  return cards
    .slice(0, row.length)
    .map((card, index) => ({ kind: 'card', text: card, weight: row[index] as number }));
}

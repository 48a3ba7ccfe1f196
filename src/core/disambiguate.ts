import { type Evidence, Tally, type TitleCue, WEIGHTS, weighTitle } from './evidence';
import type { Tier } from './gazetteer';
import type { BlockReading, Related, WeighedCandidate } from './read-block';
import { selectLongest } from './select';

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

/** Support from sure cards can make further cards sure; it settles within a few rounds. */
const MAX_ROUNDS = 4;

/**
 * Decides every candidate of a document: which of its senses holds, or none.
 * @param readings the document's blocks; those without candidates or headings may be left out
 * @param title cues of title and host name
 * @param related the relations of the cards in the readings
 * @returns for each block its mentions, in order, none overlapping
 */
export function disambiguate(
  readings: readonly BlockReading[],
  title: readonly TitleCue[],
  related: Related,
): Mention[][] {
  const titleCues = [...title, ...readings.flatMap((reading) => reading.titleCues)];
  const titleEvidence = new Map<string, readonly Evidence[]>();
  const titleOf = (card: string) => {
    let evidence = titleEvidence.get(card);
    if (!evidence) {
      const tally = new Tally();
      weighTitle(titleCues, card, tally);
      evidence = tally.evidence;
      titleEvidence.set(card, evidence);
    }
    return evidence;
  };
  const local = readings.map(({ candidates }) =>
    candidates.map((candidate) =>
      candidate.senses.map(({ card, tier, evidence: own }) => {
        const evidence = [...own, ...titleOf(card)];
        const isOpposed = own.some(({ kind }) => kind === 'against');
        return { candidate, card, tier, evidence, isOpposed, score: sumOf(evidence) };
      }),
    ),
  );
  const alone = local.map((block) => block.flatMap((senses) => best(senses, () => [])));
  const sureOnPage = cardsOf(alone.flat());
  let decisions = alone;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const onPage = cardsOf(decisions.flat());
    const next = local.map((block, place) => {
      const inBlock = cardsOf(decisions[place] ?? []);
      const sureInBlock = cardsOf(alone[place] ?? []);
      return block.flatMap((senses) =>
        best(senses, ({ card, tier, score, isOpposed }) => {
          const tally = new Tally();
          supportFromOthers(card, inBlock, onPage, related[card] ?? [], tally);
          // What is sure by itself needs no support from itself; and words beside it that speak against a sense know
          // better than its other mentions.
          if (isOpposed) return tally.evidence;
          if (score < 0 && sureInBlock.has(card)) tally.add('card', card, WEIGHTS.sameCardInBlock);
          else if (score < 0 && sureOnPage.has(card)) tally.add('card', card, [WEIGHTS.sameCardOnPage[tier]]);
          return tally.evidence;
        }),
      );
    });
    const settled = next.every((block, place) => block.length === decisions[place]?.length);
    decisions = next;
    if (settled) break;
  }
  return decisions.map(selectLongest);
}

const cardsOf = (mentions: readonly Mention[]) => new Set(mentions.map(({ card }) => card));

interface ScoredSense {
  readonly candidate: WeighedCandidate;
  readonly card: string;
  readonly tier: Tier;
  /** What the block's own text and the title say. */
  readonly evidence: readonly Evidence[];
  /** Whether the block's own text speaks against it. */
  readonly isOpposed: boolean;
  readonly score: number;
}

const sumOf = (evidence: readonly Evidence[]) => evidence.reduce((sum, piece) => sum + piece.weight, 0);

function best(
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

function supportFromOthers(
  card: string,
  inBlock: ReadonlySet<string>,
  onPage: ReadonlySet<string>,
  related: readonly string[],
  tally: Tally,
): void {
  for (const other of onPage) {
    if (other === card) continue;
    if (!inBlock.has(other)) tally.add('card', other, WEIGHTS.cardOnPage);
    else tally.add('card', other, related.includes(other) ? WEIGHTS.relatedInBlock : WEIGHTS.cardInBlock);
  }
}

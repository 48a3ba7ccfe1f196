import { type CueHit, type Evidence, Tally, WEIGHTS, weighBlock, weighTitle } from './evidence';
import type { CueIndex, Tier } from './gazetteer';
import type { Candidate } from './match';

/** A block as it was read: its candidates, and what its own text says about each. */
export interface BlockReading {
  readonly text: string;
  readonly candidates: readonly Candidate[];
  readonly cues: readonly CueHit[];
}

/** A candidate decided: the sense that holds, with its reasons. */
export interface Decision {
  readonly start: number;
  readonly end: number;
  readonly card: number;
  readonly tier: Tier;
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** Support from sure cards can make further cards sure; it settles within a few rounds. */
const MAX_ROUNDS = 4;

/**
 * Decides every candidate of a document.
 * @param readings blocks in reading order
 * @param title cues of title, headings and host name
 * @param cards ids, for naming cards in evidence
 * @returns for each block its decisions; candidates whose best sense stays under 0 are left out
 */
export function disambiguate(
  readings: readonly BlockReading[],
  title: readonly CueHit[],
  index: CueIndex,
  cards: readonly string[],
): Decision[][] {
  const titleEvidence = new Map<number, readonly Evidence[]>();
  const titleOf = (card: number) => {
    let evidence = titleEvidence.get(card);
    if (!evidence) {
      const tally = new Tally();
      weighTitle(title, card, tally);
      evidence = tally.evidence;
      titleEvidence.set(card, evidence);
    }
    return evidence;
  };
  const local = readings.map((reading) =>
    reading.candidates.map((candidate) =>
      candidate.senses.map((sense) => {
        const tally = new Tally();
        tally.add('form', reading.text.slice(candidate.start, candidate.end), [WEIGHTS.form[sense.tier]]);
        weighBlock(reading.text, reading.cues, candidate, sense.card, tally);
        const evidence = [...tally.evidence, ...titleOf(sense.card)];
        return { candidate, ...sense, evidence, score: sumOf(evidence) };
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
        best(senses, (sense) => {
          const tally = new Tally();
          supportFromOthers(sense.card, inBlock, onPage, index, cards, tally);
          // What is sure by itself needs no support from itself.
          if (sense.score < 0 && sureInBlock.has(sense.card))
            tally.add('card', cards[sense.card] ?? '', WEIGHTS.sameCardInBlock);
          else if (sense.score < 0 && sureOnPage.has(sense.card))
            tally.add('card', cards[sense.card] ?? '', WEIGHTS.sameCardOnPage);
          return tally.evidence;
        }),
      );
    });
    const settled = next.every((block, place) => block.length === decisions[place]?.length);
    decisions = next;
    if (settled) break;
  }
  return decisions;
}

const cardsOf = (decisions: readonly Decision[]) => new Set(decisions.map((decision) => decision.card));

interface WeighedSense {
  readonly candidate: Candidate;
  readonly card: number;
  readonly tier: Tier;
  readonly evidence: readonly Evidence[];
  /** Sum of the evidence in the block's own text and the title. */
  readonly score: number;
}

const sumOf = (evidence: readonly Evidence[]) => evidence.reduce((sum, piece) => sum + piece.weight, 0);

function best(
  senses: readonly WeighedSense[],
  support: (sense: WeighedSense) => readonly Evidence[],
): Decision[] {
  let winner: Decision | undefined;
  for (const sense of senses) {
    const further = support(sense);
    const score = sense.score + sumOf(further);
    if (score < 0 || (winner && score <= winner.score)) continue;
    const { candidate, card, tier, evidence } = sense;
    winner = {
      start: candidate.start,
      end: candidate.end,
      card,
      tier,
      score,
      evidence: [...evidence, ...further],
    };
  }
  return winner ? [winner] : [];
}

function supportFromOthers(
  card: number,
  inBlock: ReadonlySet<number>,
  onPage: ReadonlySet<number>,
  index: CueIndex,
  cards: readonly string[],
  tally: Tally,
): void {
  for (const other of onPage) {
    if (other === card) continue;
    const name = cards[other] ?? '';
    const isRelated = index.related[card]?.has(other) === true;
    if (!inBlock.has(other)) tally.add('card', name, WEIGHTS.cardOnPage);
    else tally.add('card', name, isRelated ? WEIGHTS.relatedInBlock : WEIGHTS.cardInBlock);
  }
}

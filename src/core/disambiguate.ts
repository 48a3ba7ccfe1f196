import { type CueHit, type Evidence, Tally, WEIGHTS, weighBlock, weighTitle } from './evidence';
import type { Gazetteer, Tier } from './gazetteer';
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
 * @returns for each block its decisions; candidates whose best sense stays under 0 are left out
 */
export function disambiguate(readings: readonly BlockReading[], title: readonly CueHit[], gazetteer: Gazetteer): Decision[][] {
  const local = readings.map((reading) =>
    reading.candidates.map((candidate) =>
      candidate.senses.map((sense) => {
        const tally = new Tally();
        tally.add('form', reading.text.slice(candidate.start, candidate.end), [WEIGHTS.form[sense.tier]]);
        weighBlock(reading.text, reading.cues, candidate, sense.card, tally);
        weighTitle(title, sense.card, tally);
        return { candidate, sense, evidence: tally.evidence };
      }),
    ),
  );
  let decisions = local.map((block) => block.flatMap((senses) => best(senses, () => [])));
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const onPage = new Set(decisions.flatMap((block) => block.map((decision) => decision.card)));
    const next = local.map((block, index) => {
      const inBlock = new Set(decisions[index]?.map((decision) => decision.card));
      return block.flatMap((senses) => best(senses, (card) => supportOf(card, inBlock, onPage, gazetteer)));
    });
    const settled = next.every((block, index) => block.length === decisions[index]?.length);
    decisions = next;
    if (settled) break;
  }
  return decisions;
}

interface WeighedSense {
  readonly candidate: Candidate;
  readonly sense: { readonly card: number; readonly tier: Tier };
  readonly evidence: readonly Evidence[];
}

function best(senses: readonly WeighedSense[], support: (card: number) => Evidence[]): Decision[] {
  let winner: Decision | undefined;
  for (const { candidate, sense, evidence } of senses) {
    const all = [...evidence, ...support(sense.card)];
    const score = all.reduce((sum, piece) => sum + piece.weight, 0);
    if (score >= 0 && (!winner || score > winner.score))
      winner = { start: candidate.start, end: candidate.end, ...sense, score, evidence: all };
  }
  return winner ? [winner] : [];
}

function supportOf(card: number, inBlock: ReadonlySet<number>, onPage: ReadonlySet<number>, gazetteer: Gazetteer): Evidence[] {
  const tally = new Tally();
  for (const other of onPage) {
    if (other === card) continue;
    const name = gazetteer.cards[other] ?? '';
    const isRelated = gazetteer.related[card]?.has(other) === true;
    if (!inBlock.has(other)) tally.add('card', name, WEIGHTS.cardOnPage);
    else tally.add('card', name, isRelated ? WEIGHTS.relatedInBlock : WEIGHTS.cardInBlock);
  }
  return tally.evidence;
}

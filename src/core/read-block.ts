import { type Evidence, Tally, type TitleCue, WEIGHTS } from './evidence';
import type { CueIndex, Gazetteer, Tier } from './gazetteer';
import { type Candidate, findCandidates } from './match';
import { normalize } from './normalize';
import { type CueHit, findCues, weighBlock } from './weigh';

/** The compiled pack, ready for reading. */
export interface Engine {
  readonly gazetteer: Gazetteer;
  readonly cues: CueIndex;
}

/** A sense that a span could have, with what the block's own text says about it. */
export interface WeighedSense {
  /** Card id. */
  readonly card: string;
  readonly tier: Tier;
  readonly evidence: readonly Evidence[];
}

/** A span with its senses. Offsets are UTF-16 code units of the block's own text, half-open. */
export interface WeighedCandidate {
  readonly start: number;
  readonly end: number;
  readonly senses: readonly WeighedSense[];
}

/** All that a document's decisions need of one block. Plain JSON. */
export interface BlockReading {
  readonly candidates: readonly WeighedCandidate[];
  /** Of a heading: it speaks for the whole page. */
  readonly titleCues: readonly TitleCue[];
}

/**
 * Reads one block: its candidates, and what its text says about each.
 * @param source the block's text, as it stands in the page
 */
export function readBlock(
  source: string,
  isHeading: boolean,
  { gazetteer, cues: index }: Engine,
): BlockReading {
  const { text, sourceStart, sourceEnd } = normalize(source);
  const candidates = findCandidates(text, gazetteer);
  const cues = candidates.length > 0 || isHeading ? findCues(text, index) : [];
  const weigh = (candidate: Candidate) => ({
    start: sourceStart(candidate.start),
    end: sourceEnd(candidate.end),
    senses: candidate.senses.map(({ card, tier }) => {
      const tally = new Tally();
      tally.add('form', text.slice(candidate.start, candidate.end), [WEIGHTS.form[tier]]);
      weighBlock(text, cues, candidate, card, tally);
      return { card: gazetteer.cards[card] ?? '', tier, evidence: tally.evidence };
    }),
  });
  return { candidates: candidates.map(weigh), titleCues: isHeading ? titleCuesOf(cues, gazetteer) : [] };
}

/** What is known about a document besides its blocks. */
export interface PageContext {
  readonly title?: string | undefined;
  /** Its address; only the host name is read. */
  readonly url?: string | undefined;
}

/** Reads a document's title and host name. */
export function readTitle({ title, url }: PageContext, { gazetteer, cues }: Engine): TitleCue[] {
  const host = url && URL.canParse(url) ? new URL(url).hostname.replaceAll('.', ' , ') : '';
  // Hosts are written in lower case; acronyms among the cues are not (AWS).
  const { text } = normalize(`${title ?? ''}\n\n${host}\n\n${host.toUpperCase()}`);
  return titleCuesOf(findCues(text, cues), gazetteer);
}

function titleCuesOf(cues: readonly CueHit[], { cards }: Gazetteer): TitleCue[] {
  const idsOf = (refs: readonly number[]) => refs.map((ref) => cards[ref - 1] ?? '');
  return cues.map(({ form, refs, within = [] }) => {
    const own = refs.filter((ref) => !within.includes(ref));
    return {
      form,
      for: idsOf(own.filter((ref) => ref > 0)),
      against: idsOf(own.filter((ref) => ref < 0).map((ref) => -ref)),
      isSubject: own.includes(0),
    };
  });
}

/** For each card that a reading names, the cards that it has a relation with. */
export type Related = Readonly<Record<string, readonly string[]>>;

/** Looks up the relations of the cards in some readings. */
export function relatedIn(readings: readonly BlockReading[], { gazetteer, cues }: Engine): Related {
  const related: Record<string, readonly string[]> = {};
  for (const { candidates } of readings)
    for (const { senses } of candidates)
      for (const { card } of senses)
        related[card] ??= [...(cues.related[gazetteer.cards.indexOf(card)] ?? [])].map(
          (other) => gazetteer.cards[other] ?? '',
        );
  return related;
}

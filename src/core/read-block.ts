import { BLOCK_WEIGHTS, type Evidence, EvidenceTally, type TitleCue } from './evidence';
import type { CueIndex, Gazetteer, Tier } from './gazetteer';
import { type Candidate, findCandidates } from './match';
import { normalize } from './normalize';
import { findPageFigures, type PageFigure, type SourceFigure } from './page-figures';
import type { MarkGroup } from './settings';
import { type CueHit, findCues, sameKey, weighBlock } from './weigh';

/** The compiled pack, ready for reading. */
export interface Engine {
  readonly gazetteer: Gazetteer;
  readonly cues: CueIndex;
  /** What each card is about, in the gazetteer's order. */
  readonly groups?: readonly MarkGroup[];
  /** The source's figures. */
  readonly figures?: readonly SourceFigure[];
}

/** A possible sense of a span, with the evidence from the block's own text. */
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

/** All that the document's decisions need from one block. Plain JSON. */
export interface BlockReading {
  readonly candidates: readonly WeighedCandidate[];
  /** Ids of cards with evidence against them beside one of their candidates. */
  readonly opposed: readonly string[];
  /** Cues of a heading, which are evidence for the whole page; else empty. */
  readonly titleCues: readonly TitleCue[];
  /** What the block says on subjects of the source's figures; offsets as of candidates. */
  readonly figures: readonly PageFigure[];
}

/**
 * Reads one block: its candidates, and the evidence in its text for and against each.
 * @param source the block's text, as in the page
 */
export function readBlock(
  source: string,
  isHeading: boolean,
  { gazetteer, cues: index, figures: sourceFigures = [] }: Engine,
): BlockReading {
  const { text, sourceStart, sourceEnd } = normalize(source);
  const candidates = findCandidates(text, gazetteer);
  const opposed = new Set<string>();
  const cues = candidates.length > 0 || isHeading ? findCues(text, index) : [];
  const isOwnForm = ownForms(candidates);
  const weigh = (candidate: Candidate) => ({
    start: sourceStart(candidate.start),
    end: sourceEnd(candidate.end),
    senses: candidate.senses.map(({ card, tier }) => {
      const tally = new EvidenceTally();
      const surface = text.slice(candidate.start, candidate.end);
      tally.add('form', surface, surface, [BLOCK_WEIGHTS.form[tier]]);
      weighBlock(text, cues, candidate, card, isOwnForm, tally);
      const id = gazetteer.cards[card] ?? '';
      if (tally.evidence.some(({ kind }) => kind === 'against')) opposed.add(id);
      return { card: id, tier, evidence: tally.evidence };
    }),
  });
  const places = candidates.map(({ start, end, senses }) => ({
    start,
    end,
    cards: senses.map(({ card }) => gazetteer.cards[card] ?? ''),
  }));
  const figures = candidates.length > 0 ? findPageFigures(text, sourceFigures, places) : [];
  return {
    candidates: candidates.map(weigh),
    opposed: [...opposed],
    titleCues: isHeading ? titleCuesOf(cues, candidates, gazetteer) : [],
    figures: figures.map((figure) => ({
      ...figure,
      parts: figure.parts.map((part) => ({
        ...part,
        start: sourceStart(part.start),
        end: sourceEnd(part.end),
      })),
    })),
  };
}

/** Context of a document besides its blocks. */
export interface PageContext {
  readonly title?: string | undefined;
  /** URL; only its host name is used. */
  readonly url?: string | undefined;
}

/** Reads a document's title and host name. */
export function readTitle({ title, url }: PageContext, { gazetteer, cues }: Engine): TitleCue[] {
  const host = url && URL.canParse(url) ? new URL(url).hostname.replaceAll('.', ' , ') : '';
  // Hosts are written in lower case; acronyms among the cues are not (AWS).
  const { text } = normalize(`${title ?? ''}\n\n${host}\n\n${host.toUpperCase()}`);
  return titleCuesOf(findCues(text, cues), findCandidates(text, gazetteer), gazetteer);
}

function titleCuesOf(
  cues: readonly CueHit[],
  candidates: readonly Candidate[],
  { cards }: Gazetteer,
): TitleCue[] {
  const idsOf = (refs: readonly number[]) => refs.map((ref) => cards[ref - 1] ?? '');
  const bySpan = new Map(candidates.map((candidate) => [`${candidate.start}-${candidate.end}`, candidate]));
  return cues.map((cue) => {
    const own = cue.refs.filter((ref) => !cue.within?.includes(ref));
    const same = bySpan.get(`${cue.start}-${cue.end}`);
    return {
      form: cue.form,
      key: sameKey(cue.form),
      for: idsOf(own.filter((ref) => ref > 0)),
      against: idsOf(own.filter((ref) => ref < 0).map((ref) => -ref)),
      isSubject: own.includes(0),
      formOf: (same?.senses ?? []).map(({ card }) => cards[card] ?? ''),
    };
  });
}

/** Returns whether a cue's span is a candidate that may mean a card. */
function ownForms(candidates: readonly Candidate[]): (cue: CueHit, card: number) => boolean {
  const bySpan = new Map(candidates.map((candidate) => [`${candidate.start}-${candidate.end}`, candidate]));
  return ({ start, end }, card) =>
    bySpan.get(`${start}-${end}`)?.senses.some((sense) => sense.card === card) === true;
}

/** For each card that a reading names, the cards that it has a relation with. */
export type Related = Readonly<Record<string, readonly string[]>>;

/** For each card that a reading names, what it is about. */
export type Groups = Readonly<Record<string, MarkGroup>>;

/** Looks up what cards are about, by their ids. */
export const findGroups = (cards: readonly string[], { gazetteer, groups = [] }: Engine): Groups =>
  Object.fromEntries(cards.map((card) => [card, groups[gazetteer.cards.indexOf(card)] ?? 'concepts']));

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

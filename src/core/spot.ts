import { disambiguate } from './disambiguate';
import { type CueHit, type Evidence, findCues } from './evidence';
import type { CueIndex, Gazetteer, Tier } from './gazetteer';
import { type Candidate, findCandidates } from './match';
import { normalize } from './normalize';
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

/** What is known about a document besides its blocks. */
export interface PageContext {
  readonly title?: string | undefined;
  /** Its address; only the host name is read. */
  readonly url?: string | undefined;
}

/** A block read once; keep it, and hand it to `decide` whenever the document changes. */
export interface ReadBlock {
  /** Normalized. */
  readonly text: string;
  readonly candidates: readonly Candidate[];
  /** A heading's cues count for the whole page. */
  readonly isHeading: boolean;
  readonly sourceStart: (offset: number) => number;
  readonly sourceEnd: (offset: number) => number;
}

/** Reads one block: the part of the work that every page costs. */
export function readBlock(source: string, gazetteer: Gazetteer, isHeading = false): ReadBlock {
  const { text, sourceStart, sourceEnd } = normalize(source);
  return { text, candidates: findCandidates(text, gazetteer), isHeading, sourceStart, sourceEnd };
}

// A block's cues are found when they are first needed, and once.
const cuesOf = new WeakMap<ReadBlock, readonly CueHit[]>();

function cuesIn(block: ReadBlock, index: CueIndex): readonly CueHit[] {
  let cues = cuesOf.get(block);
  if (!cues) {
    cues = findCues(block.text, index);
    cuesOf.set(block, cues);
  }
  return cues;
}

/**
 * Decides which candidates of a document are mentions.
 * @param blocks those blocks of the document that have candidates or are headings; their order does not matter
 * @returns for each block its mentions, in order, none overlapping
 */
export function decide(
  blocks: readonly ReadBlock[],
  page: PageContext,
  { cards }: Gazetteer,
  index: CueIndex,
): Mention[][] {
  const readings = blocks.map((block) => ({
    text: block.text,
    candidates: block.candidates,
    cues: block.candidates.length > 0 ? cuesIn(block, index) : [],
  }));
  const decisions = disambiguate(readings, titleCues(blocks, page, index), index, cards);
  return blocks.map((block, place) =>
    selectLongest(decisions[place] ?? []).map(({ start, end, card, tier, score, evidence }) => ({
      start: block.sourceStart(start),
      end: block.sourceEnd(end),
      card: cards[card] ?? '',
      tier,
      score,
      evidence,
    })),
  );
}

function titleCues(blocks: readonly ReadBlock[], page: PageContext, index: CueIndex): CueHit[] {
  const host = page.url && URL.canParse(page.url) ? new URL(page.url).hostname.replaceAll('.', ' , ') : '';
  // Hosts are written in lower case; acronyms among the cues are not (AWS).
  const cues = findCues(normalize(`${page.title ?? ''}\n\n${host}\n\n${host.toUpperCase()}`).text, index);
  for (const block of blocks) if (block.isHeading) cues.push(...cuesIn(block, index));
  return cues;
}

const PARAGRAPH = /(?:(?!\n[ \t\r]*\n)[\s\S])+/g;

/**
 * Spots all mentions of plain text; its blocks are what blank lines separate.
 * @returns mentions in order, with offsets into `text`
 */
export function spot(text: string, page: PageContext, gazetteer: Gazetteer, index: CueIndex): Mention[] {
  const starts: number[] = [];
  const blocks: ReadBlock[] = [];
  for (const paragraph of text.matchAll(PARAGRAPH)) {
    starts.push(paragraph.index);
    blocks.push(readBlock(paragraph[0], gazetteer));
  }
  return decide(blocks, page, gazetteer, index).flatMap((mentions, place) => {
    const from = starts[place] ?? 0;
    return mentions.map((mention) => ({ ...mention, start: mention.start + from, end: mention.end + from }));
  });
}

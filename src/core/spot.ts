import { type BlockReading, disambiguate } from './disambiguate';
import { type CueHit, type Evidence, findCues } from './evidence';
import type { Gazetteer, Tier } from './gazetteer';
import { findCandidates } from './match';
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
export interface ReadBlock extends BlockReading {
  readonly isHeading: boolean;
  readonly sourceStart: (offset: number) => number;
  readonly sourceEnd: (offset: number) => number;
}

const NOTHING: readonly never[] = [];

/**
 * Reads one block: the part of the work that depends on its text alone.
 * @param source the block's text
 * @param isHeading a heading's cues count for the whole page
 */
export function readBlock(source: string, gazetteer: Gazetteer, isHeading = false): ReadBlock {
  const { text, sourceStart, sourceEnd } = normalize(source);
  const candidates = findCandidates(text, gazetteer);
  const cues = candidates.length > 0 || isHeading ? findCues(text, gazetteer) : NOTHING;
  return { text, candidates, cues, isHeading, sourceStart, sourceEnd };
}

/**
 * Decides which candidates of a document are mentions.
 * @param blocks all blocks of the document in reading order
 * @returns for each block its mentions, in order, none overlapping
 */
export function decide(blocks: readonly ReadBlock[], page: PageContext, gazetteer: Gazetteer): Mention[][] {
  const decisions = disambiguate(blocks, titleCues(blocks, page, gazetteer), gazetteer);
  return blocks.map((block, index) =>
    selectLongest(decisions[index] ?? []).map(({ start, end, card, tier, score, evidence }) => ({
      start: block.sourceStart(start),
      end: block.sourceEnd(end),
      card: gazetteer.cards[card] ?? '',
      tier,
      score,
      evidence,
    })),
  );
}

function titleCues(blocks: readonly ReadBlock[], page: PageContext, gazetteer: Gazetteer): CueHit[] {
  const host = page.url && URL.canParse(page.url) ? new URL(page.url).hostname.replaceAll('.', ' , ') : '';
  const cues = findCues(normalize(`${page.title ?? ''}\n\n${host}`).text, gazetteer);
  for (const block of blocks) if (block.isHeading) cues.push(...block.cues);
  return cues;
}

/**
 * Spots all mentions of plain text; its blocks are what blank lines separate.
 * @returns mentions in order, with offsets into `text`
 */
export function spot(text: string, page: PageContext, gazetteer: Gazetteer): Mention[] {
  const starts: number[] = [];
  const blocks: ReadBlock[] = [];
  for (const paragraph of text.matchAll(/(?:(?!\n[ \t]*\n)[^])+/g)) {
    starts.push(paragraph.index);
    blocks.push(readBlock(paragraph[0], gazetteer));
  }
  return decide(blocks, page, gazetteer).flatMap((mentions, index) => {
    const from = starts[index] ?? 0;
    return mentions.map((mention) => ({ ...mention, start: mention.start + from, end: mention.end + from }));
  });
}

import { disambiguate } from './disambiguate';
import type { CueIndex, Gazetteer } from './gazetteer';
import { type PageContext, readBlock, readTitle, relatedIn } from './read-block';
import type { Mention } from './sense-choice';

const PARAGRAPH = /(?:(?!\n[ \t\r]*\n)[\s\S])+/g;

/** A block of a document: its text, and whether it is a heading. */
export interface SourceBlock {
  readonly text: string;
  readonly isHeading: boolean;
}

/**
 * Spots all mentions of a document at once.
 * @returns the mentions of each block, in order, none overlapping
 */
export function spotBlocks(
  blocks: readonly SourceBlock[],
  page: PageContext,
  gazetteer: Gazetteer,
  cues: CueIndex,
): (readonly Mention[])[] {
  const engine = { gazetteer, cues };
  const readings = blocks.map(({ text, isHeading }) => readBlock(text, isHeading, engine));
  return disambiguate(readings, readTitle(page, engine), relatedIn(readings, engine));
}

/**
 * Spots all mentions of plain text, whose blocks are separated by blank lines.
 * @returns mentions in order, with offsets into `text`
 */
export function spot(text: string, page: PageContext, gazetteer: Gazetteer, cues: CueIndex): Mention[] {
  const paragraphs = [...text.matchAll(PARAGRAPH)];
  const blocks = paragraphs.map(([paragraph]) => ({ text: paragraph, isHeading: false }));
  return spotBlocks(blocks, page, gazetteer, cues).flatMap((mentions, index) => {
    const from = paragraphs[index]?.index ?? 0;
    return mentions.map((mention) => ({ ...mention, start: mention.start + from, end: mention.end + from }));
  });
}

import { JSDOM } from 'jsdom';
import type { CueIndex, Gazetteer } from '../src/core/gazetteer';
import type { Mention } from '../src/core/sense-choice';
import { spotBlocks } from '../src/core/spot';
import type { Block } from '../src/frame/reader/blocks';

/** A block of a page with what was spotted in it. */
interface SpottedBlock {
  readonly text: string;
  readonly mentions: readonly Mention[];
}

/**
 * Spots in an HTML file, with the walk and the engine that the extension runs; no script of it is run, nothing loaded.
 * @returns the blocks that hold mentions, in document order
 */
export async function spotHtml(html: string, gazetteer: Gazetteer, cues: CueIndex): Promise<SpottedBlock[]> {
  const { window } = new JSDOM(html);
  const { Document, DocumentFragment, Element, HTMLElement, Node, Range, ShadowRoot, Text } = window;
  const { NodeFilter, getComputedStyle } = window;
  const interfaces = { Document, DocumentFragment, Element, HTMLElement, Node, Range, ShadowRoot, Text };
  Object.assign(globalThis, { window, NodeFilter, getComputedStyle, ...interfaces });
  // What the walk asks of nodes it takes from their prototypes when it is loaded.
  const { BlockWalk } = await import('../src/frame/reader/blocks');
  const blocks: Block[] = [];
  const walk = new BlockWalk(window.document.body, 'subtree');
  for (let block = walk.next(); block; block = walk.next()) blocks.push(block);
  const page = { title: window.document.title, url: canonicalUrl(window.document) };
  const mentions = spotBlocks(blocks, page, gazetteer, cues);
  return blocks
    .map((block, index) => ({ text: block.text, mentions: mentions[index] ?? [] }))
    .filter((block) => block.mentions.length > 0);
}

function canonicalUrl(document: Document): string | undefined {
  return document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
}

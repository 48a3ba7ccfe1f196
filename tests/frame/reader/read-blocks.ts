import { type Block, BlockWalk, type Depth } from '../../../src/frame/reader/blocks';

/** Fills the page's body. */
export function showPage(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}

/** The element that has an id. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}.`);
  return element;
}

/** All blocks of a subtree, or of its root's own runs, that hold more than white space. */
export function readBlocks(root: Node, depth: Depth = 'subtree'): Block[] {
  const walk = new BlockWalk(root, depth);
  const blocks: Block[] = [];
  for (let block = walk.next(); block; block = walk.next()) if (/\S/.test(block.text)) blocks.push(block);
  return blocks;
}

/** Their texts as they read: white space in lines made one. */
export const textsOf = (blocks: readonly Block[]) =>
  blocks.map(({ text }) =>
    text
      .trim()
      .replace(/[ \t]*\n\s*/g, '\n')
      .replace(/[ \t]+/g, ' '),
  );

/** What a page's blocks read, from its HTML. */
export const textsIn = (html: string) => textsOf(readBlocks(showPage(html)));

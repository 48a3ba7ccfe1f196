import type { ReadBlock } from '../page/mention';
import { compareInPage } from '../page/order';

/** More than this share of new blocks, and sorting all is faster than putting each in its place. */
const MAX_INSERTED = 0.1;

/** Keeps a page's blocks in reading order, as they come and go. */
export class OrderedBlocks {
  #blocks: readonly ReadBlock[] = [];

  /** @returns the blocks in reading order */
  update(blocks: Iterable<ReadBlock>): readonly ReadBlock[] {
    const fresh = new Set(blocks);
    // What was there is in order, and leaves the set.
    const kept = this.#blocks.filter((block) => fresh.delete(block));
    if (fresh.size > MAX_INSERTED * kept.length) {
      kept.push(...fresh);
      kept.sort(compare);
    } else for (const block of fresh) kept.splice(placeOf(block, kept), 0, block);
    this.#blocks = kept;
    return kept;
  }
}

function placeOf(block: ReadBlock, among: readonly ReadBlock[]): number {
  let low = 0;
  let high = among.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(among[middle] as ReadBlock, block) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const compare = (a: ReadBlock, b: ReadBlock) => compareInPage(startOf(a), startOf(b));

/** Blocks of one text start at different offsets in it. */
const startOf = ({ block: { nodes, starts } }: ReadBlock) =>
  ({ startContainer: nodes[0], startOffset: -(starts[0] ?? 0) }) as unknown as AbstractRange;

import { attempt } from '../../page/attempt';
import { isRendered } from '../../page/is-rendered';
import type { PageMention } from '../../page/mention';
import { compareInPage } from './order';
import type { StoredBlock } from './stored-block';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Sets `isMarked` of each mention. A section goes from one heading to the next in reading order; a mention that is not
 * rendered does not count as its first.
 * @param known cards that are not marked
 * @param isFirstOnly marks only a card's first mention in each section
 */
export function markMentions(blocks: StoredBlock[], known: readonly string[], isFirstOnly: boolean): void {
  if (isFirstOnly) blocks.sort((a, b) => compareInPage(startOf(a), startOf(b)));
  let seen = new Set<string>();
  for (const { block, mentions } of blocks) {
    if (block.isHeading) seen = new Set();
    for (const mention of mentions as Writable<PageMention>[]) {
      const { card } = mention;
      mention.isMarked = !block.isHeading && !known.includes(card) && !seen.has(card);
      if (isFirstOnly && mention.isMarked && attempt(() => isRendered(mention))) seen.add(card);
    }
  }
}

const startOf = ({ block: { nodes, starts } }: StoredBlock) =>
  ({ startContainer: nodes[0], startOffset: -(starts[0] ?? 0) }) as unknown as AbstractRange;

import type { Mention } from '../../core/sense-choice';
import type { PageMention } from '../../page/mention';
import { type Block, rangeOf } from './blocks';

/**
 * Locates a block's mentions in the page.
 * @param former the block's mentions before: one of the same card in the same range keeps its key and range
 * @param newKey makes a key for a new mention
 */
export function locateMentions(
  block: Block,
  decided: readonly Mention[],
  former: readonly PageMention[],
  newKey: () => number,
): PageMention[] {
  const known = new Map<string, PageMention[]>();
  for (const mention of former) {
    const position = `${mention.card} ${mention.range.startOffset}`;
    known.set(position, [...(known.get(position) ?? []), mention]);
  }
  return decided.map((mention) => {
    const range = rangeOf(block, mention.start, mention.end);
    const same = known
      .get(`${mention.card} ${range.startOffset}`)
      ?.find((other) => isSameRange(other.range, range));
    return {
      ...mention,
      key: same?.key ?? newKey(),
      range: same?.range ?? range,
      surface: block.text.slice(mention.start, mention.end),
    };
  });
}

function isSameRange(a: StaticRange, b: StaticRange): boolean {
  return (
    a.startContainer === b.startContainer &&
    a.startOffset === b.startOffset &&
    a.endContainer === b.endContainer &&
    a.endOffset === b.endOffset
  );
}

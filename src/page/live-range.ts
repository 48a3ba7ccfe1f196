import { createRange, rangeBoxesOf } from '../platform/dom';

/**
 * A live range over the same text: what can be measured and read, where a StaticRange can only be painted.
 * @returns undefined where the text has changed so that the range is dead
 */
export function liveRange(range: AbstractRange): Range | undefined {
  const live = createRange();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live;
  } catch {
    return undefined;
  }
}

/**
 * Where a range is on the screen: a box a line, in viewport pixels.
 * @returns nothing where the range is dead or not rendered
 */
export function rectsOf(range: AbstractRange): DOMRect[] {
  const live = liveRange(range);
  return [...(live ? rangeBoxesOf(live) : [])].filter((rect) => rect.width > 0);
}

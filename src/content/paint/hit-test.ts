import { caretAt, rangeBoxesOf } from '../../platform/dom';
import { liveRange } from '../page/live-range';
import type { PageMention, PageMentions } from '../page/mentions';

/** Pixels around a term that still count as on it. */
const TOLERANCE = 1;

/**
 * The mention under a point.
 * @param x and `y` in viewport pixels
 * @param shadowRoots open roots to look into
 */
export function mentionAtPoint(
  x: number,
  y: number,
  mentions: PageMentions,
  shadowRoots: ShadowRoot[],
): PageMention | undefined {
  const caret = caretAt(x, y, shadowRoots);
  const mention = caret ? mentions.at(caret.offsetNode, caret.offset) : undefined;
  // The nearest caret may be in a term that the point is far from.
  return mention && rectsOf(mention.range).some((rect) => isIn(rect, x, y)) ? mention : undefined;
}

/**
 * Where a range is on the screen: a box a line, in viewport pixels.
 * @returns nothing where the range is dead or not rendered
 */
export function rectsOf(range: AbstractRange): DOMRect[] {
  const live = liveRange(range);
  return [...(live ? rangeBoxesOf(live) : [])].filter((rect) => rect.width > 0);
}

function isIn(rect: DOMRect, x: number, y: number): boolean {
  return (
    x >= rect.left - TOLERANCE &&
    x <= rect.right + TOLERANCE &&
    y >= rect.top - TOLERANCE &&
    y <= rect.bottom + TOLERANCE
  );
}

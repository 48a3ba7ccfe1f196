import { liveRange } from '../page/live-range';
import type { PageMention, PageMentions } from '../page/mentions';

interface CaretPoint {
  readonly offsetNode: Node;
  readonly offset: number;
}

/** `caretPositionFromPoint` (CSSOM View, 6) with its option for shadow roots, which TypeScript's library lacks. */
type CaretFromPoint = (x: number, y: number, options: { shadowRoots: ShadowRoot[] }) => CaretPoint | null;

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
  const caretFromPoint = document.caretPositionFromPoint.bind(document) as CaretFromPoint;
  const caret = caretFromPoint(x, y, { shadowRoots });
  const mention = caret ? mentions.at(caret.offsetNode, caret.offset) : undefined;
  // The nearest caret may be in a term that the point is far from.
  return mention && rectsOf(mention.range).some((rect) => isIn(rect, x, y)) ? mention : undefined;
}

/**
 * Where a range is on the screen: a box a line, in viewport pixels.
 * @returns nothing where the range is dead or not rendered
 */
export function rectsOf(range: AbstractRange): DOMRect[] {
  return [...(liveRange(range)?.getClientRects() ?? [])].filter((rect) => rect.width > 0);
}

function isIn(rect: DOMRect, x: number, y: number): boolean {
  return (
    x >= rect.left - TOLERANCE &&
    x <= rect.right + TOLERANCE &&
    y >= rect.top - TOLERANCE &&
    y <= rect.bottom + TOLERANCE
  );
}

/** A rectangle by its edges, in pixels; empty where an edge is past its opposite. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The intersection of two boxes. */
export const intersection = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

/** The box moved to the right and down, in pixels. */
export const translated = ({ left, top, right, bottom }: Box, x: number, y: number): Box => ({
  left: left + x,
  top: top + y,
  right: right + x,
  bottom: bottom + y,
});

export const widthOf = ({ left, right }: Box): number => Math.max(0, right - left);
export const heightOf = ({ top, bottom }: Box): number => Math.max(0, bottom - top);

/** A term of which less than this shows is not visible, in pixels. */
const MIN_VISIBLE_PX = 2;

/** Whether at least half of a box's width and height is left of it after clipping. */
export function isMostlyVisible(whole: Box, left: Box): boolean {
  return (
    widthOf(left) >= Math.max(MIN_VISIBLE_PX, widthOf(whole) / 2) &&
    heightOf(left) >= Math.max(MIN_VISIBLE_PX, heightOf(whole) / 2)
  );
}

/** Whether a point is in a box. @param tolerance pixels around the box that still count */
export function containsPoint(box: Box, x: number, y: number, tolerance = 0): boolean {
  return (
    x >= box.left - tolerance &&
    x <= box.right + tolerance &&
    y >= box.top - tolerance &&
    y <= box.bottom + tolerance
  );
}

/** A box in viewport pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Merges the boxes of a range, of which it has many when it runs through elements, into one box for each line.
 * @param isVertical whether the lines run from top to bottom
 */
export function lineBoxes(pieces: readonly Box[], isVertical: boolean): Box[] {
  const lines: Box[] = [];
  for (const { left, top, right, bottom } of pieces) {
    const piece = { left, top, right, bottom };
    if (right - left <= 0 || bottom - top <= 0) continue;
    const index = lines.findIndex((line) => isOneLine(line, piece, isVertical));
    const line = lines[index];
    if (line) lines[index] = union(line, piece);
    else lines.push(piece);
  }
  return lines;
}

/** Whether two pieces are in one line with no word between them. */
function isOneLine(a: Box, b: Box, isVertical: boolean): boolean {
  const thickness = Math.min(thicknessOf(a, isVertical), thicknessOf(b, isVertical));
  const gap = isVertical
    ? Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom)
    : Math.max(a.left, b.left) - Math.min(a.right, b.right);
  return isLevel(a, b, isVertical) && gap < thickness / 2;
}

/** Whether two boxes overlap across the line by more than half, as those in one line do. */
export function isLevel(a: Box, b: Box, isVertical: boolean): boolean {
  const shared = isVertical
    ? Math.min(a.right, b.right) - Math.max(a.left, b.left)
    : Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared > Math.min(thicknessOf(a, isVertical), thicknessOf(b, isVertical)) / 2;
}

const thicknessOf = ({ left, top, right, bottom }: Box, isVertical: boolean) =>
  isVertical ? right - left : bottom - top;

/**
 * Whether a point is in the corridor between a term and its card: the band that the pointer crosses on its way.
 * All in viewport pixels.
 */
export function isInCorridor(term: Box, card: Box, x: number, y: number): boolean {
  const isBetween = (at: number, [aStart, aEnd]: Span, [bStart, bEnd]: Span) => {
    const doOverlap = aStart < bEnd && bStart < aEnd;
    const from = doOverlap ? Math.min(aStart, bStart) : Math.min(aEnd, bEnd);
    const to = doOverlap ? Math.max(aEnd, bEnd) : Math.max(aStart, bStart);
    return at >= from - 1 && at <= to + 1;
  };
  return (
    isBetween(x, [term.left, term.right], [card.left, card.right]) &&
    isBetween(y, [term.top, term.bottom], [card.top, card.bottom])
  );
}

type Span = readonly [start: number, end: number];

/** Whether two boxes have a point in common. */
export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The smallest box around two boxes. */
export const union = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

/** The intersection of two boxes; without extent if they do not overlap. */
export function intersection(a: Box, b: Box): Box {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  return {
    left,
    top,
    right: Math.max(left, Math.min(a.right, b.right)),
    bottom: Math.max(top, Math.min(a.bottom, b.bottom)),
  };
}

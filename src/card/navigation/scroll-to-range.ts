import { type Box, heightOf, intersection, isMostlyVisible, translated, widthOf } from '../../page/box';
import { flatParentOf } from '../../page/flat-tree';
import { rectsOf } from '../../page/live-range';
import { scrollLeftOf, scrollTo, scrollTopOf } from '../../platform/dom';
import { type Clip, Clips } from './clips';

/** Pixels kept free between a term and the edge of its scrollport, if it is not in the middle. */
const MARGIN = 24;
/** How often scrolling is repeated for content that moves by itself (snapping, sticky boxes). */
const MAX_ROUNDS = 3;

/** Where an element is scrolled to, in its own pixels. */
interface Place {
  readonly left: number;
  readonly top: number;
}

interface Move {
  readonly scroll: NonNullable<Clip['scroll']>;
  readonly x: number;
  readonly y: number;
}

/** What is scrolled for a box, and what is visible of it then: in the top viewport, and in its frame's. */
interface Plan {
  readonly moves: readonly Move[];
  readonly left: Box;
  readonly inFrame: Box;
}

/**
 * Plans how to scroll a box into view: the boxes around it are scrolled from the innermost out, so that it is in the middle
 * along the block axis, and inside along the other. Boxes that a reader cannot scroll only clip it.
 * @param box in pixels of the viewport
 * @param clip the innermost clip around it
 * @param isVertical whether lines follow one another sideways
 */
export function planScroll(box: Box, clip: Clip | undefined, isVertical: boolean): Plan {
  const moves: Move[] = [];
  let left = box;
  let inFrame: Box | undefined;
  for (let at = clip; at && widthOf(left) > 0 && heightOf(left) > 0; at = at.above) {
    if (at.scroll) {
      const { box: port, scroll } = at;
      const x = distance(left.left, left.right, port.left, port.right, isVertical || scroll.snaps, scroll.x);
      const y = distance(left.top, left.bottom, port.top, port.bottom, !isVertical || scroll.snaps, scroll.y);
      if (Math.abs(x) >= 1 || Math.abs(y) >= 1) moves.push({ scroll, x, y });
      left = translated(left, -x, -y);
    }
    left = intersection(left, at.box);
    if (!at.origin) continue;
    inFrame ??= left;
    left = translated(left, at.origin.x, at.origin.y);
  }
  return { moves, left, inFrame: inFrame ?? left };
}

/** How far to scroll along an axis, within its range, to bring a span to the middle of a scrollport, or just inside. */
function distance(
  start: number,
  end: number,
  portStart: number,
  portEnd: number,
  isCentred: boolean,
  [least, most]: readonly [number, number],
): number {
  // Nothing to scroll; an infinite scrollport has no middle.
  if (least === 0 && most === 0) return 0;
  let wanted = 0;
  if (isCentred) wanted = (start + end - portStart - portEnd) / 2;
  else if (start < portStart) wanted = start - portStart - MARGIN;
  else if (end > portEnd) wanted = Math.min(end - portEnd + MARGIN, start - portStart);
  return Math.min(most, Math.max(least, wanted));
}

/** The plan for the first box of a range that would be visible; undefined if none would. */
export function planFor(range: StaticRange, clips: Clips): Plan | undefined {
  const element = flatParentOf(range.startContainer);
  if (!element) return undefined;
  const clip = clips.in(element);
  const isVertical = !getComputedStyle(element).writingMode.startsWith('horizontal');
  for (const rect of rectsOf(range)) {
    const plan = planScroll(rect, clip, isVertical);
    if (isMostlyVisible(rect, plan.left)) return plan;
  }
  return undefined;
}

/** Scrolls, without animation, and records the former positions. */
export class Scrolling {
  readonly #before = new Map<Element, Place>();

  /** Scrolls a range into view; scrolls only what a reader could scroll. */
  to(range: StaticRange): void {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const moves = planFor(range, new Clips())?.moves ?? [];
      for (const { scroll, x, y } of moves) this.#by(scroll, x, y);
      if (moves.length === 0) break;
    }
  }

  /** Moves a range that is in view down the screen, or up (negative), as far as possible. @param pixels of the viewport */
  nudge(range: StaticRange, pixels: number): void {
    const element = flatParentOf(range.startContainer);
    let rest = -pixels;
    for (let clip = element ? new Clips().in(element) : undefined; clip; clip = clip.above) {
      if (!clip.scroll) continue;
      const [least, most] = clip.scroll.y;
      const y = Math.min(most, Math.max(least, rest));
      if (y !== 0) this.#by(clip.scroll, 0, y);
      rest -= y;
    }
  }

  /** Scrolls all back. */
  undo(): void {
    for (const [element, { left, top }] of this.#before)
      scrollTo(element, { left, top, behavior: 'instant' });
    this.#before.clear();
  }

  /** Adds the positions recorded by another one, which scrolled later. */
  absorb(later: Scrolling): void {
    for (const [element, place] of later.#before)
      if (!this.#before.has(element)) this.#before.set(element, place);
  }

  #by({ element, scale }: Move['scroll'], x: number, y: number): void {
    const place = { left: scrollLeftOf(element), top: scrollTopOf(element) };
    if (!this.#before.has(element)) this.#before.set(element, place);
    scrollTo(element, { left: place.left + x / scale, top: place.top + y / scale, behavior: 'instant' });
  }
}

import type { Box, Marked, Point } from './in-page';
import { broad, changes, differences, dilate, type Picture, placesIn } from './png';

/** Pixels between a card and its term, at most. */
const NEAR = 24;
/** Room that a card needs on some side of its term. */
const ROOM = { width: 360, height: 170 };
/** How far around a card its shadow reaches. */
const SHADOW = 48;
/** Pixels by which an underline may lie beside the broad one that stands for it. */
const STRAY = 2;
/** Around the end of a mark, letters may overlap it: in so many pixels, or so much of the height of the line. */
const END = 4;
const END_OF_LINE = 0.1;
/** So many pixels in a picture may belong to letters that overlap where a piece of a mark ends: too few to see. */
const SEAMS = 12;

/** The colour of marks: a mark that came after the page was measured is known by it. */
const INK = [0xbd, 0x7d, 0x00] as const;
const INK_TOLERANCE = 24;

/** Pictures of a page with its marks, without, and with broad underlines in some colours. */
export type Shots = Readonly<Record<'marked' | 'plain' | 'black' | 'white', Picture>>;

/** Where underlines may be. */
export const linesIn = ({ black, white }: Pick<Shots, 'black' | 'white'>): Uint8Array =>
  dilate(differences(black, white), black.width, STRAY);

/**
 * What changed where no underline can be.
 * @param lines where underlines may be
 */
export function strayChanges(
  { marked, plain }: Shots,
  lines: Uint8Array,
  marks: readonly Marked[],
): string[] {
  const { width } = plain;
  const ends = marks.flatMap(({ boxes }) => boxes.flatMap(endsOf));
  // Where a mark ends, browsers paint overlapping letters anew, whatever the mark looks like.
  const strayed = changes(marked, plain);
  for (const i of placesIn(strayed))
    if (lines[i] || isInk(marked, i) || isIn(ends, i % width, Math.floor(i / width))) strayed[i] = 0;
  return describe(strayed, width).map((what) => `${what} changed beside the underlines`);
}

/**
 * What changed beside a card and its term. Marks are taken away for pictures, and may be back by now, or not.
 * @param lines where underlines may be
 */
export function changesAround(
  card: Box,
  boxes: readonly Box[],
  { marked, plain }: Shots,
  lines: Uint8Array,
  now: Picture,
): string[] {
  const { width } = plain;
  const own = [grow(card, SHADOW), ...boxes.map((each) => grow(each, 6))];
  const unmarked = changes(plain, now);
  const beside = changes(marked, now);
  for (const i of placesIn(beside))
    if (!unmarked[i] || lines[i] || isIn(own, i % width, Math.floor(i / width))) beside[i] = 0;
  // Edges and letters that are turned or scaled are drawn anew, sharper or softer, where something comes to lie over them.
  return describe(broad(beside, width), width);
}

/** Whether pictures of a page with a text marked and not marked look different to a reader. */
export const isAltered = (marked: Picture, plain: Picture): boolean =>
  describe(differences(marked, plain), plain.width).length > 0;

/** How many pixels are set, and where; nothing where only a few are. */
function describe(mask: Uint8Array, width: number): string[] {
  const [left, top, right, bottom] = [width, mask.length, 0, 0];
  const box = { left, top, right, bottom };
  let count = 0;
  for (const i of placesIn(mask)) {
    count++;
    box.left = Math.min(box.left, i % width);
    box.right = Math.max(box.right, i % width);
    box.top = Math.min(box.top, Math.floor(i / width));
    box.bottom = Math.max(box.bottom, Math.floor(i / width));
  }
  return count <= SEAMS ? [] : [`${count} pixels in ${show(box)}`];
}

const isInk = ({ pixels, channels }: Picture, i: number) =>
  INK.every((value, channel) => Math.abs((pixels[i * channels + channel] ?? 0) - value) <= INK_TOLERANCE);

const show = ({ left, top, right, bottom }: Box) =>
  JSON.stringify([left, top, right, bottom].map(Math.round));

const isIn = (boxes: readonly Box[], x: number, y: number) =>
  boxes.some(({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom);

/** The two ends of a line of text, however it runs. */
function endsOf(box: Box): Box[] {
  const { left, top, right, bottom } = box;
  const reach = Math.max(END, END_OF_LINE * Math.min(right - left, bottom - top));
  return right - left > bottom - top
    ? [grow({ ...box, right: left }, reach), grow({ ...box, left: right }, reach)]
    : [grow({ ...box, bottom: top }, reach), grow({ ...box, top: bottom }, reach)];
}

/** A term to rest on. */
export interface Target {
  readonly text: string;
  readonly boxes: readonly Box[];
  /** Its line under the pointer. */
  readonly box: Box;
  readonly point: Point;
}

/** A term whose underline is to be seen where a reader would rest on it. */
export function findTarget(
  marked: readonly Marked[],
  line: Uint8Array,
  width: number,
  seed: number,
): Target | undefined {
  const targets = marked.flatMap(({ text, boxes, points }) =>
    boxes.flatMap((box, i) => {
      const point = points[i];
      return point && countInside(line, width, across(box, point)) > 2 ? [{ text, boxes, box, point }] : [];
    }),
  );
  return targets[seed % targets.length];
}

/** The part of a line of text that is near a point. */
const across = (box: Box, { x, y }: Point): Box =>
  box.right - box.left > box.bottom - box.top
    ? { ...box, left: x - 3, right: x + 3 }
    : { ...box, top: y - 3, bottom: y + 3 };

function countInside(mask: Uint8Array, width: number, { left, top, right, bottom }: Box): number {
  let count = 0;
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(mask.length / width, bottom); y++)
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x++)
      count += mask[y * width + x] ?? 0;
  return count;
}

const grow = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

/** What is wrong with a card's place beside the term's box under the pointer. */
export function placeFaults(card: Box, term: Box, view: { width: number; height: number }): string[] {
  const faults: string[] = [];
  const shown = show(card);
  if (card.left < -0.5 || card.top < -0.5 || card.right > view.width + 0.5 || card.bottom > view.height + 0.5)
    faults.push(`is not inside the window: ${shown}`);
  const hasRoom =
    Math.max(term.top, view.height - term.bottom) > ROOM.height ||
    Math.max(term.left, view.width - term.right) > ROOM.width;
  if (!hasRoom) return faults;
  const dx = Math.max(card.left - term.right, term.left - card.right);
  const dy = Math.max(card.top - term.bottom, term.top - card.bottom);
  const line = show(term);
  if (Math.max(dx, dy) > NEAR)
    faults.push(`is ${Math.round(Math.max(dx, dy))} px off: ${shown}, the term ${line}`);
  if (dx < -1 && dy < -1) faults.push(`lies over its term: ${shown}, the term ${line}`);
  return faults;
}

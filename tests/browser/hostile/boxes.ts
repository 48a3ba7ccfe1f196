import type { Frame, Page } from 'puppeteer-core';
import type { Bench } from '../in-browsers';
import { type SeenCard, waitInCard } from '../in-card';

/** A box in viewport pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The boxes of an element's text: one a line, for plain text. */
export function boxesOf(page: Page | Frame, selector: string): Promise<Box[]> {
  return page.evaluate((wanted) => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(wanted) as Element);
    return [...range.getClientRects()]
      .filter((box) => box.width > 0 && box.height > 0)
      .map(({ x, y, width, height }) => ({ x, y, width, height }));
  }, selector);
}

/** The first box of an element's text. */
export async function boxOf(page: Page | Frame, selector: string): Promise<Box> {
  const [box] = await boxesOf(page, selector);
  if (!box) throw new Error(`${selector} has no box`);
  return box;
}

export const middleOf = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

/** Pixels between two boxes. */
export function distance(a: Box, b: Box): number {
  const across = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
  const down = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.hypot(across, down);
}

export const doMeet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The window of a page, without its scroll bars. */
export const windowOf = (page: Page | Frame): Promise<Box> =>
  page.evaluate(() => ({
    x: 0,
    y: 0,
    width: visualViewport?.width ?? innerWidth,
    height: visualViewport?.height ?? innerHeight,
  }));

/** Whether a box is wholly in another; half a pixel may stand out. */
export const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - 0.5 &&
  inner.y >= outer.y - 0.5 &&
  inner.x + inner.width <= outer.x + outer.width + 0.5 &&
  inner.y + inner.height <= outer.y + outer.height + 0.5;

/** Waits until a card stands within 24 pixels of a box, in the window, and over none of the boxes given. */
export async function waitBeside(
  bench: Bench,
  page: Page,
  term: Box,
  free: readonly Box[],
  frame: Page | Frame = page,
): Promise<SeenCard & { readonly box: Box }> {
  const all = await windowOf(frame);
  const where = JSON.stringify({ term, free, window: all });
  const card = await waitInCard(bench, page, `a card beside its term, ${where}`, ({ box }) =>
    Boolean(
      box && distance(box, term) <= 24 && isInside(box, all) && !free.some((other) => doMeet(box, other)),
    ),
  );
  return card as SeenCard & { readonly box: Box };
}

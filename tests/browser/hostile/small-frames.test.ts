import type { Frame, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { restMouse } from '../../../scripts/browser/mention';
import { waitFor } from '../../../scripts/browser/wait';
import { inBrowsers } from '../in-browsers';
import { type SeenCard, waitInCard } from '../in-card';
import { type Box, boxOf, isInside, middleOf, windowOf } from './boxes';
import { hostilePages } from './pages';

inBrowsers('a card in a small frame', hostilePages, (bench) => {
  /** Rests the pointer on the term of the frame reached through these elements. */
  async function restIn(name: string, ...path: string[]): Promise<{ page: Page; frame: Frame; term: Box }> {
    const page = await bench.open(`/${name}.html`);
    await page.bringToFront();
    let frame: Frame = page.mainFrame();
    let [left, top] = [0, 0];
    for (const selector of path) {
      const element = await frame.waitForSelector(selector);
      const at = await element?.evaluate((each) => {
        const { x, y } = each.getBoundingClientRect();
        return { x: x + each.clientLeft, y: y + each.clientTop };
      });
      const inner = await element?.contentFrame();
      if (!inner || !at) throw new Error(`${selector} is no frame`);
      frame = inner;
      left += at.x;
      top += at.y;
    }
    await waitFor(
      'the mark in the frame',
      async () => (await frame.evaluate(() => CSS.highlights.has('reading-note'))) || undefined,
    );
    const term = await boxOf(frame, '#t');
    const { x, y } = middleOf(term);
    await restMouse(page, { x: left + x, y: top + y });
    return { page, frame, term };
  }

  /** Waits for a card that is in its frame, with the button that closes it. */
  async function waitForCardIn(page: Page, frame: Frame, least: number): Promise<SeenCard & { box: Box }> {
    const all = await windowOf(frame);
    const card = await waitInCard(bench, page, `a card in ${JSON.stringify(all)}`, ({ box, buttons }) => {
      const close = buttons['Close'];
      return Boolean(box && close && isInside(box, all) && isInside(close, all) && box.height >= least);
    });
    return card as SeenCard & { box: Box };
  }

  it.each([
    // The whole height, but for a hair's breadth at the edges.
    ['iframe-small', ['#f'], 105],
    ['frame-banner', ['iframe'], 112],
    ['frame-in-frame', ['iframe', 'iframe'], 135],
    // Beside the term there is room enough.
    ['iframe-small', ['#g'], 180],
    ['frame-column', ['iframe'], 180],
  ] as const)('can be read: %s', async (name, path, least) => {
    const { page, frame } = await restIn(name, ...path);
    const { box } = await waitForCardIn(page, frame, least);
    // Its text can be scrolled to, all of it.
    const { x, y, width, height } = box;
    expect(width).toBeGreaterThan(150);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeGreaterThan(least);
    await page.close();
  });

  it('stands beside the term of a wide banner rather than over it', async () => {
    const { page, frame, term } = await restIn('frame-banner', 'iframe');
    const { box } = await waitForCardIn(page, frame, 100);
    expect(box.x >= term.x + term.width || box.x + box.width <= term.x).toBe(true);
    await page.close();
  });

  it('offers the panel where the frame is too low to read in, and the browser lets a click open it', async () => {
    const { page, frame } = await restIn('iframe-small', '#f');
    const { html, buttons } = await waitForCardIn(page, frame, 100);
    const isOffered = bench.name === 'chrome';
    expect(html.includes('Not much room here')).toBe(isOffered);
    expect('Open in panel' in buttons).toBe(isOffered);
    if (isOffered) expect(isInside(buttons['Open in panel'] as Box, await windowOf(frame))).toBe(true);
    await page.close();
  });
});

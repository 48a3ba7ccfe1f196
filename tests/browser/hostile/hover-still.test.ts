import type { Frame, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { restMouse } from '../../../scripts/browser/mention';
import { inBrowsers } from '../in-browsers';
import { waitInCard } from '../in-card';
import { boxOf, doMeet, isInside, middleOf, windowOf } from './boxes';
import { hostilePages } from './pages';

inBrowsers('a rest of the pointer', hostilePages, (bench) => {
  async function open(
    name: string,
    size: { width: number; height: number; hasTouch?: boolean },
  ): Promise<Page> {
    const page = await bench.open(`/${name}.html`);
    await page.setViewport(size);
    await page.bringToFront();
    await bench.driven.waitForReport(page, ({ state, total }) => state === 'read' && total > 0);
    return page;
  }
  /** Scrolls the term to so many pixels above the window's lower edge, as a reader may have. */
  const scrollTo = (page: Page, aboveEdge: number) =>
    page.evaluate((pixels) => {
      const { bottom = 0 } = document.querySelector('#t')?.getBoundingClientRect() ?? {};
      scrollBy({ top: bottom - innerHeight + pixels, behavior: 'instant' });
    }, aboveEdge);
  /** Waits for a card that is in the window, off its term. */
  async function waitForPeek(page: Page, frame: Page | Frame = page) {
    const all = await windowOf(frame);
    const term = await boxOf(frame, '#t');
    return waitInCard(bench, page, `a card off ${JSON.stringify(term)}`, ({ box }) =>
      Boolean(box && box.height > 100 && isInside(box, all) && !doMeet(box, term)),
    );
  }

  it.each([
    ['narrow', 40],
    ['narrow', 240],
    ['narrow', 660],
    ['hover-inner-scroller', 0],
    ['hover-snapping', 0],
  ])('moves nothing, and the card is off its term (%s, %i)', async (name, aboveEdge) => {
    const page = await open(name, { width: 500, height: 700 });
    if (aboveEdge > 0) await scrollTo(page, aboveEdge);
    const before = await boxOf(page, '#t');
    await restMouse(page, middleOf(before));
    await waitForPeek(page);
    expect(await boxOf(page, '#t')).toEqual(before);
    // Nor does it close by what it does itself: the pointer still rests on the term.
    await page.mouse.move(middleOf(before).x + 1, middleOf(before).y);
    await waitForPeek(page);
    expect(await boxOf(page, '#t')).toEqual(before);
    await page.close();
  });

  it('moves neither a narrow frame nor the page around it', async () => {
    const page = await open('hover-in-frame', { width: 900, height: 700 });
    const element = await page.$('#frame');
    const frame = await element?.contentFrame();
    if (!element || !frame) throw new Error('The page has no frame');
    const corner = () => page.$eval('#frame', (each) => each.getBoundingClientRect().toJSON());
    await page.evaluate(() => scrollBy({ top: 60, behavior: 'instant' }));
    const [outer, term] = [await corner(), await boxOf(frame, '#t')];
    const border = await page.$eval(
      '#frame',
      ({ clientLeft, clientTop }) => [clientLeft, clientTop] as const,
    );
    const { x, y } = middleOf(term);
    await restMouse(page, { x: outer.x + border[0] + x, y: outer.y + border[1] + y });
    await waitForPeek(page, frame);
    expect(await corner()).toEqual(outer);
    expect(await boxOf(frame, '#t')).toEqual(term);
    await page.close();
  });

  it('is no tap: after one the page is scrolled as far as the card needs, and the term stays in sight', async () => {
    const page = await open('narrow', { width: 500, height: 700, hasTouch: true });
    await scrollTo(page, 60);
    const before = await boxOf(page, '#t');
    const { x, y } = middleOf(before);
    await page.touchscreen.tap(x, y);
    await waitInCard(
      bench,
      page,
      'the sheet',
      ({ box }) => box !== null && Math.abs(box.y + box.height - 700) < 1,
    );
    const { box } = await waitForPeek(page);
    const after = await boxOf(page, '#t');
    expect(after.y).toBeGreaterThan(0);
    expect(after.y).toBeLessThan(before.y);
    expect((box?.y ?? 0) - after.y - after.height).toBeLessThan(20);
    await page.close();
  });
});

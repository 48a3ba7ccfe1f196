import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { restMouse, stepByKey } from '../../../scripts/browser/mention';
import { inBrowsers } from '../in-browsers';
import { type SeenCard, waitInCard } from '../in-card';
import { type Box, boxesOf, boxOf, distance, middleOf, waitBeside } from './boxes';
import { hostilePages } from './pages';

inBrowsers('coordinates', hostilePages, (bench) => {
  async function open(name: string): Promise<Page> {
    const page = await bench.open(`/${name}.html`);
    await page.setViewport({ width: 1280, height: 800 });
    await page.bringToFront();
    await bench.driven.waitForReport(page, ({ state, total }) => state === 'read' && total > 0);
    return page;
  }
  /** The line of a term, as far as its card could stand. */
  const lineOf = ({ x, y, width, height }: Box, isVertical: boolean): Box =>
    isVertical
      ? { x, y: y - 400, width, height: height + 800 }
      : { x: x - 400, y, width: width + 800, height };

  /** Steps with the keyboard's ring until it is around a text. */
  async function stepTo(page: Page, text: string): Promise<SeenCard> {
    for (let count = 1; ; count++) {
      await stepByKey(page);
      const seen = await waitInCard(
        bench,
        page,
        `mention ${count}`,
        ({ spoken, rings }) => spoken.includes(`, ${count} of `) && rings.length > 0,
      );
      if (seen.spoken.startsWith(text)) return seen;
    }
  }

  it.each([
    ['html-margin', '#t', false],
    ['moved-root', '#t', false],
    ['vertical', '#t', true],
    ['sideways', '#upright', true],
    ['sideways', '#turned', true],
    ['sideways', '#scrolled', true],
  ])('%s: the card of %s stands beside its line', async (name, selector, isVertical) => {
    const page = await open(name);
    const term = await boxOf(page, selector);
    await restMouse(page, middleOf(term));
    await waitBeside(bench, page, term, [lineOf(term, isVertical)]);
    await page.close();
  });

  it.each(['multiline2', 'columns-broken'])(
    '%s: the card opens at the half under the pointer, off both, and the ring has a box for each',
    async (name) => {
      const selector = name === 'multiline2' ? '#x' : '#t';
      const page = await open(name);
      const halves = await boxesOf(page, selector);
      expect(halves).toHaveLength(2);
      for (const half of halves) {
        await restMouse(page, middleOf(half));
        const others = halves.filter((other) => other !== half);
        await waitBeside(bench, page, half, [lineOf(half, false), ...others]);
        await page.keyboard.press('Escape');
        await page.waitForFunction(() => document.querySelector('[popover]') === null);
      }
      const { rings } = await stepTo(page, 'compute');
      expect(rings).toHaveLength(2);
      for (const [index, half] of halves.entries()) {
        const { x = 0, y = 0, width = 0, height = 0 } = rings[index] ?? {};
        expect(x).toBeCloseTo(half.x - 3, 0);
        expect(y).toBeCloseTo(half.y - 3, 0);
        expect(width).toBeCloseTo(half.width + 6, 0);
        expect(height).toBeCloseTo(half.height + 6, 0);
      }
      await page.close();
    },
  );

  it('uneven-line: the card stands off all of a line, whose letters and pictures are higher than the term', async () => {
    const page = await open('uneven-line');
    const term = await boxOf(page, '#t');
    const large = await boxOf(page, 'big');
    const picture = await page.$eval('#picture', (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
    await restMouse(page, middleOf(term));
    await waitBeside(bench, page, term, [lineOf(term, false), large, picture]);
    await page.close();
  });

  it.each(['html-margin', 'moved-root'])('%s: the card begins a little before its term', async (name) => {
    const page = await open(name);
    const term = await boxOf(page, '#t');
    await restMouse(page, middleOf(term));
    const { box } = await waitInCard(bench, page, 'a card', (card) => card.box !== null);
    const before = term.x - (box?.x ?? 0);
    expect(before).toBeGreaterThanOrEqual(0);
    expect(before).toBeLessThan(30);
    await page.close();
  });

  it('html-margin: the card goes along when the page scrolls, or grows above its term', async () => {
    const page = await open('html-margin');
    await stepTo(page, 'Trainium');
    await page.keyboard.press('Enter');
    await waitBeside(bench, page, await boxOf(page, '#t'), []);
    await page.evaluate(() => {
      document.documentElement.style.paddingTop = '170px';
    });
    const pushed = await boxOf(page, '#t');
    await waitBeside(bench, page, pushed, [pushed]);
    await page.evaluate(() => scrollBy({ top: 60, behavior: 'instant' }));
    const scrolled = await boxOf(page, '#t');
    expect(distance(pushed, scrolled)).toBeGreaterThan(20);
    await waitBeside(bench, page, scrolled, [scrolled]);
    await page.close();
  });
});

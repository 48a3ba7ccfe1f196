import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { type Point, restMouse, waitForCard } from '../../../scripts/browser/mention';
import { inBrowsers } from '../in-browsers';
import { waitInCard } from '../in-card';
import { hostilePages } from './pages';

/** Longer than a rest until a card opens, in milliseconds. */
const LONG_REST_MS = 800;

/** The middle of each box, a line each, of an element's text, once it is in view. */
const middlesOf = (page: Page, selector: string): Promise<Point[]> =>
  page.evaluate((wanted) => {
    const host = document.querySelector('#inner');
    const element = document.querySelector(wanted) ?? host?.shadowRoot?.querySelector('b');
    element?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const range = document.createRange();
    if (element) range.selectNodeContents(element);
    return [...range.getClientRects()].map(({ x, y, width, height }) => ({
      x: x + width / 2,
      y: y + height / 2,
    }));
  }, selector);

const waitForNoCard = (page: Page) =>
  page.waitForFunction(() => document.querySelector('[popover]') === null);

inBrowsers('pointing at a term', hostilePages, (bench) => {
  async function open(name: string): Promise<Page> {
    const page = await bench.open(`/${name}.html`);
    await bench.driven.waitForReport(page, ({ total }) => total > 0);
    await page.bringToFront();
    return page;
  }

  /** Rests on each box of a term, coming from where there is no term. */
  async function expectCard(page: Page, selector: string, name: string): Promise<void> {
    const points = await middlesOf(page, selector);
    expect(points.length).toBeGreaterThan(0);
    for (const point of points) {
      await page.mouse.move(2, 2);
      await waitForNoCard(page);
      await restMouse(page, point);
      await waitForCard(page).catch(() => {
        throw new Error(`No card at ${selector}, ${JSON.stringify(point)}`);
      });
      const card = await waitInCard(bench, page, `the card of ${selector}`, (each) => each.box !== null);
      expect(card.name).toBe(name);
    }
  }

  it.each([
    ['user-select', ['#none', '#all', '#cur', '#pe', '#drag']],
    ['stretched-link', ['#t', '#o']],
    [
      'pointing-through',
      ['#veiled', '#faded', '#checked', '#caption', '#contents', '#inline-block', '#slotted', '#in-shadow'],
    ],
    ['pointing-lines', ['#vertical', '#turned']],
    ['pointing-inert', ['#attribute', '#around', '#style', '#link']],
  ])('opens its card: %s', async (name, selectors) => {
    const page = await open(name);
    for (const selector of selectors) await expectCard(page, selector, 'AWS Trainium');
    await page.close();
  });

  it('opens its card on each line, and in each column', async () => {
    const page = await open('pointing-lines');
    expect((await middlesOf(page, '#broken')).length).toBeGreaterThan(1);
    for (const selector of ['#broken', '#columns'])
      await expectCard(page, selector, 'Amazon Web Services (AWS)');
    await page.close();
  });

  it('opens none for what is covered or not shown', async () => {
    const page = await open('pointing-covered');
    await expectCard(page, '#seen', 'AWS Trainium');
    const hidden = ['sheet', 'after', 'image', 'gradient', 'opacity', 'through', 'cut', 'slotted'];
    for (const id of hidden) {
      await page.mouse.move(2, 2);
      await waitForNoCard(page);
      const [point] = await middlesOf(page, `#${id}`);
      await restMouse(page, point as Point);
      await new Promise((rested) => setTimeout(rested, LONG_REST_MS));
      const isOpen = await page.evaluate(() => document.querySelector('[popover]') !== null);
      expect([id, isOpen]).toEqual([id, false]);
    }
    await page.close();
  });

  it('leaves a click to the link, the button, the label or the summary', async () => {
    const page = await open('pointing-controls');
    const done = {
      link: () => location.hash === '#story',
      button: () => document.title === 'pressed',
      label: () => document.querySelector<HTMLInputElement>('#box')?.checked === true,
      summary: () => document.querySelector<HTMLDetailsElement>('#details')?.open === true,
      editor: () => document.activeElement?.matches('[contenteditable]') === true,
    };
    for (const [id, isDone] of Object.entries(done)) {
      await expectCard(page, `#${id}`, 'AWS Trainium');
      const [point] = await middlesOf(page, `#${id}`);
      await page.mouse.click(point?.x ?? 0, point?.y ?? 0);
      await page.waitForFunction(isDone);
      // A pinned card would stay.
      await page.mouse.move(2, 2);
      await waitForNoCard(page);
    }
    await page.close();
  });
});

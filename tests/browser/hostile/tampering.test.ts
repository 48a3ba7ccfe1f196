import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { findMention, restMouse, waitForCard } from '../../../scripts/browser/mention';
import { type Bench, inBrowsers } from '../in-browsers';
import { lookIntoCard, waitInCard } from '../in-card';
import { hostilePages } from './pages';

inBrowsers(
  'a page that does not leave the host of cards alone',
  hostilePages,
  (bench) => {
    it('has the card elsewhere, where it only wants its root for itself', async () => {
      const page = await open(bench, '/tampering.html');
      await rest(page);
      await waitForCard(page);
      await waitInCard(bench, page, 'the card', ({ name }) => name === 'AWS Trainium');
      expect(await count(page)).toBeLessThan(5);
      await isIdle(page);
      await page.close();
    });

    it.each(['remove', 'move', 'close'])(
      'has it a few times, and then is left alone, though its marks stay: %s',
      async (way) => {
        const page = await open(bench, '/tampering-all.html');
        await page.evaluate((how) => (window as unknown as { begin(how: string): void }).begin(how), way);
        for (let visit = 0; visit < 3; visit++) {
          await rest(page);
          await page.waitForFunction((least) => (window as unknown as { n: number }).n >= least, {}, 3);
          await page.mouse.move(20, 500);
        }
        await isIdle(page);
        expect(await count(page)).toBe(3);
        expect(await lookIntoCard(bench, page)).toBeUndefined();
        expect((await bench.driven.reportOf(page)).total).toBeGreaterThanOrEqual(4);
        await page.close();
      },
    );

    it.each([
      ['/tampering-all.html', 'change'],
      ['/tampering-marked.html', ''],
    ])('has it each time, whatever attributes are put on it: %s', async (path, way) => {
      const page = await open(bench, path);
      await page.evaluate((how) => (window as unknown as { begin(how: string): void }).begin(how), way);
      for (let visit = 1; visit <= 4; visit++) {
        await rest(page);
        await waitForCard(page);
        const { box } = await waitInCard(bench, page, 'the card', ({ name }) => name === 'AWS Trainium');
        await page.mouse.click((box?.x ?? 0) + 60, (box?.y ?? 0) + 60);
        await waitInCard(bench, page, 'all of the card', ({ buttons }) => 'Not a term here' in buttons);
        await page.keyboard.press('Escape');
        await page.waitForFunction(() => document.querySelector('[popover]') === null);
        await page.mouse.move(20, 500);
        expect(await count(page)).toBe(visit);
      }
      await page.close();
    });
  },
  { reducedMotion: true },
);

async function open(bench: Bench, path: string): Promise<Page> {
  const page = await bench.open(path);
  await bench.driven.waitForReport(page, ({ total }) => total >= 4);
  await page.bringToFront();
  return page;
}

async function rest(page: Page): Promise<void> {
  const point = await findMention(page, 'Trainium');
  if (!point) throw new Error('Trainium is not marked');
  await restMouse(page, point);
}

/** How often the page laid hand on the host. */
const count = (page: Page) => page.evaluate(() => (window as unknown as { n: number }).n);

/** Nothing more happens over some frames. */
async function isIdle(page: Page): Promise<void> {
  const before = await count(page);
  await page.evaluate(async () => {
    for (let frame = 0; frame < 5; frame++) await new Promise((painted) => requestAnimationFrame(painted));
  });
  expect(await count(page)).toBe(before);
}

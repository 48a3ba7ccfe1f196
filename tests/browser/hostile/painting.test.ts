import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { restMouse, stepByKey, waitForCard } from '../../../scripts/browser/mention';
import { type Bench, inBrowsers, paintedTexts, waitForPainted } from '../in-browsers';
import { waitInCard } from '../in-card';
import { hostilePages } from './pages';
import { changeByMarks } from './pixels';

/** The terms of the sentence that most of these pages repeat. */
const TERMS = ['Anthropic', 'Claude', 'Trainium', 'AWS'];

const repeat = (times: number, texts: readonly string[] = TERMS) =>
  Array<readonly string[]>(times).fill(texts).flat();

/** What is marked and what is counted, by page. A mention that is not marked would lose its looks. */
const PAGES: Record<string, { counted: number; marked: readonly string[]; inFirefox?: readonly string[] }> = {
  'fill-dark': { counted: 8, marked: [] },
  'fill-theme': { counted: 4, marked: TERMS },
  'own-ink': {
    counted: 40,
    marked: [...repeat(4), ...TERMS.slice(0, 3)],
    // Chromium keeps the colours of first letters and first lines.
    inFirefox: [...repeat(2, TERMS.slice(1)), ...TERMS, ...TERMS.slice(0, 3)],
  },
  'lines-of-links': {
    counted: 34,
    marked: repeat(3),
    // Firefox keeps the colours of lines.
    inFirefox: [...repeat(8), 'Claude', 'Trainium'],
  },
  'rules-for-marks': { counted: 8, marked: repeat(2) },
  'see-through': { counted: 12, marked: repeat(3) },
  'ordinary-styles': { counted: 52, marked: repeat(13) },
};

async function openAt(bench: Bench, name: string): Promise<Page> {
  const page = await bench.open(`/${name}.html`);
  await page.setViewport({ width: 900, height: 900 });
  await bench.driven.waitForReport(page);
  await page.bringToFront();
  return page;
}

/** Opens the card of the first mention by key. */
async function openCard(bench: Bench, page: Page, name: string): Promise<void> {
  await stepByKey(page);
  await waitInCard(bench, page, 'the ring', ({ ring }) => ring !== null);
  await page.keyboard.press('Enter');
  await waitInCard(bench, page, `the card ${name}`, (card) => card.name === name);
}

const openMarks = (page: Page) => paintedTexts(page, 'reading-note-open');
const pinnedMarks = (page: Page) => paintedTexts(page, 'reading-note-pinned');

inBrowsers(
  'painting',
  hostilePages,
  (bench) => {
    describe.each(Object.entries(PAGES))('%s', (name, { counted, marked, inFirefox }) => {
      it('changes underlines and nothing else', async () => {
        const page = await openAt(bench, name);
        await bench.driven.waitForReport(page, ({ total }) => total === counted);
        await waitForPainted(page, (bench.name === 'firefox' && inFirefox) || marked);
        const change = await changeByMarks(page);
        expect(change.elsewhere).toEqual([]);
        expect(change.inUnderlines > 0).toBe(marked.length > 0);
        await page.close();
      });
    });

    it('marks nothing where what stands over the line would be cut off', async () => {
      const page = await openAt(bench, 'over-the-line');
      const inChromium = [...repeat(2, TERMS.slice(1)), ...repeat(3), ...TERMS.slice(1)];
      // Firefox cuts nothing off, and loses the colours of first letters and first lines.
      const inFirefox = [...repeat(7), ...TERMS.slice(1)];
      await bench.driven.waitForReport(page, ({ total }) => total === 36);
      await waitForPainted(page, bench.name === 'firefox' ? inFirefox : inChromium);
      await page.close();
    });

    it('opens by key what is not marked, and does not mark it then either', async () => {
      const page = await openAt(bench, 'fill-dark');
      await openCard(bench, page, 'Anthropic');
      expect(await openMarks(page)).toEqual([]);
      expect(await pinnedMarks(page)).toEqual([]);
      await page.close();
    });

    it('lays no tint over a gradient that is seen through the text', async () => {
      const page = await openAt(bench, 'see-through');
      await openCard(bench, page, 'Anthropic');
      expect(await openMarks(page)).toEqual([]);
      expect(await pinnedMarks(page)).toEqual(['Anthropic']);
      await page.close();
    });

    it('follows the page’s theme as the reader moves', async () => {
      const page = await openAt(bench, 'fill-theme');
      await waitForPainted(page, TERMS);
      const toggle = () => page.evaluate(() => document.querySelector('button')?.click());
      await toggle();
      await page.waitForFunction(() => document.documentElement.classList.contains('dark'));
      await moveUntilPainted(page, []);
      expect((await changeByMarks(page)).elsewhere).toEqual([]);
      await toggle();
      await moveUntilPainted(page, TERMS);
      await page.close();
    });

    it('does not let the page’s rules colour an open or a pinned term', async () => {
      const page = await openAt(bench, 'rules-for-marks');
      await waitForPainted(page, [...TERMS, ...TERMS]);
      const box = await page.evaluate(() => {
        const text = document.querySelector('#a')?.firstChild as Text;
        const range = new Range();
        range.setStart(text, 0);
        range.setEnd(text, 'Anthropic'.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      });
      await restMouse(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
      await waitForCard(page);
      await page.waitForFunction(() => CSS.highlights.has('reading-note-open'));
      const style = (state: string) =>
        page.evaluate((pseudo) => {
          const { color, backgroundColor, textShadow, webkitTextStrokeWidth, textDecorationLine } =
            getComputedStyle(document.querySelector('#a') as Element, pseudo);
          const own = getComputedStyle(document.querySelector('#a') as Element).color;
          return [color === own, backgroundColor, textShadow, webkitTextStrokeWidth, textDecorationLine];
        }, `::highlight(reading-note${state})`);
      expect(await style('-open')).toEqual([true, 'rgba(242, 179, 61, 0.3)', 'none', '0px', 'underline']);
      expect(await style('-pinned')).toEqual([true, 'rgba(0, 0, 0, 0)', 'none', '0px', 'underline']);
      await page.close();
    });
  },
  { everyMention: true },
);

/** Moves the pointer, away from all text, until exactly these texts are marked. */
async function moveUntilPainted(page: Page, texts: readonly string[]): Promise<void> {
  const wanted = JSON.stringify([...texts].sort());
  for (let step = 0; step < 200; step++) {
    await page.mouse.move(850, 600 + (step % 2));
    if (JSON.stringify((await paintedTexts(page)).sort()) === wanted) return;
  }
  throw new Error(`The marks never became ${wanted}`);
}

import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { restMouse, stepByKey, waitForCard } from '../../scripts/browser/mention';
import { waitFor } from '../../scripts/browser/wait';
import { inBrowsers, paintedTexts } from './in-browsers';
import { type Box, waitInCard } from './in-card';

const PAGES = ['docs', 'newsletter'];
/** What a reader has underlined who wants every mention marked. */
const EVERY = { 'setting:marks': { version: 1, value: 'every' } };

inBrowsers(
  'a page full of mentions',
  Object.fromEntries(
    PAGES.map((name) => [`/${name}`, readFileSync(`tests/pages/many/${name}.html`, 'utf8')]),
  ),
  (bench) => {
    const marksOn = async (page: Page) => {
      let before = -1;
      return waitFor('the marks', async () => {
        const { length } = await paintedTexts(page);
        const isStill = length > 0 && length === before;
        before = length;
        return isStill ? length : undefined;
      });
    };
    const count = async (name: string) => {
      const page = await bench.open(`/${name}`);
      const { total } = await bench.driven.waitForReport(page);
      return { page, total, marked: await marksOn(page) };
    };

    it.each(PAGES)('has a third of its marks at most, and all of its mentions: %s', async (name) => {
      const quiet = await count(name);
      await quiet.page.close();
      await bench.driven.inExtension((settings) => chrome.storage.local.set(settings), EVERY);
      const every = await count(name);
      await bench.driven.inExtension(() => chrome.storage.local.remove('setting:marks'));
      expect(every.marked).toBeGreaterThan(50);
      expect(quiet.marked * 3).toBeLessThanOrEqual(every.marked);
      expect(quiet.total).toBe(every.total);
    });

    it('opens the card of a term that is not underlined, where another of its card is', async () => {
      const { page } = await count('docs');
      const marked = await page.evaluate(() => {
        const [second] = [...document.querySelectorAll('main p')].slice(3, 4);
        const text = second?.firstChild as Text;
        const range = new Range();
        const at = text.data.lastIndexOf('Trainium');
        range.setStart(text, at);
        range.setEnd(text, at + 'Trainium'.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        const marks = CSS.highlights.get('reading-note') as unknown as Iterable<AbstractRange>;
        return {
          x: x + width / 2,
          y: y + height / 2,
          isMarked: [...marks].some((mark) => mark.startContainer === text && mark.startOffset === at),
        };
      });
      expect(marked.isMarked).toBe(false);
      await restMouse(page, marked);
      await waitForCard(page);
    });

    it('is gone through by key from its article on, and what stands beside it comes last', async () => {
      const { page, total } = await count('newsletter');
      const stop = async (direction: 1 | -1, number: number) => {
        await stepByKey(page, direction);
        return waitInCard(bench, page, `stop ${number}`, ({ spoken }) =>
          spoken.endsWith(` ${number} of ${total}`),
        );
      };
      const first = await stop(1, 1);
      const inArticle = await page.evaluate((ring) => {
        const { left, top, right, bottom } =
          document.querySelector('.letter')?.getBoundingClientRect() ?? new DOMRect();
        return ring.x >= left - 5 && ring.x <= right && ring.y >= top - 5 && ring.y <= bottom;
      }, first.ring as Box);
      expect(inArticle).toBe(true);
      const { ring } = await stop(-1, total);
      const isBelow = await page.evaluate(
        (y) => y > (document.querySelector('.letter')?.getBoundingClientRect().bottom ?? 0),
        ring?.y ?? 0,
      );
      expect(isBelow).toBe(true);
    });
  },
);

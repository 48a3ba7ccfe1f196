import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { findMention, restMouse, stepByKey, waitForCard } from '../../scripts/browser/mention';
import { waitFor } from '../../scripts/browser/wait';
import { violationsIn } from './axe';
import { inBrowsers, waitForPainted } from './in-browsers';

const SAMPLE = ['Anthropic', 'Claude', 'Trainium', 'Amazon', 'Amazon Bedrock', 'Neuron SDK'];
/** The title of the analysis names these too, and Amazon and Anthropic once more. */
const MARKED = [...SAMPLE, 'Vertical Integration', '25 Billion Dollars'];
const COUNT = MARKED.length + 2;

/** Height of the card in the page, in pixels; the extension's own page may look into it. */
const cardHeight = (page: Page) =>
  page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('[popover="manual"]:popover-open');
    if (!host) return 0;
    const opener = host as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot };
    const root = opener.openOrClosedShadowRoot ?? chrome.dom.openOrClosedShadowRoot(host);
    return root?.querySelector('article')?.getBoundingClientRect().height ?? 0;
  });

inBrowsers(
  'the welcome page',
  {},
  (bench) => {
    const open = async (scheme: 'light' | 'dark' = 'light'): Promise<Page> => {
      const page = await bench.driven.open(bench.driven.extensionUrl('src/surfaces/welcome/index.html'), {
        scheme,
      });
      await waitForPainted(page, MARKED);
      await page.bringToFront();
      return page;
    };

    it('came with the installation, once, and took the front from no tab', async () => {
      const tabs = () =>
        bench.driven.inExtension(async () => {
          const url = chrome.runtime.getURL('src/surfaces/welcome/index.html');
          const all = await chrome.tabs.query({});
          return all.filter((tab) => tab.url === url).map(({ active }) => active);
        });
      await waitFor('the tab', async () => (await tabs()).length > 0 || undefined);
      expect(await tabs()).toEqual([false]);
    });

    it('opens cards by rest and by click, and counts on the badge, as any page does', async () => {
      const page = await open();
      await bench.driven.waitForBadge(page, String(COUNT));
      await page.bringToFront();
      const point = await findMention(page, 'Trainium');
      if (!point) throw new Error('No Trainium');
      await restMouse(page, point);
      await waitForCard(page);
      await page.mouse.move(5, 5, { steps: 4 });
      await page.waitForFunction(() => document.querySelector(':popover-open') === null);
      await restMouse(page, point);
      await waitForCard(page);
      const peek = await cardHeight(page);
      await page.mouse.click(point.x, point.y);
      await waitFor('the grown card', async () => (await cardHeight(page)) > peek + 100 || undefined);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.querySelector(':popover-open') === null);
      expect((await bench.driven.reportOf(page)).state).toBe('read');
      await page.close();
    });

    it('says before the sample whose analysis it is, and how to keep the button in sight', async () => {
      const page = await open();
      const seen = await page.evaluate(() => ({
        whose: document.querySelector('.whose')?.textContent,
        isFirst: Boolean(
          (document
            .querySelector('.whose')
            ?.compareDocumentPosition(document.querySelector('.sample') as Element) ?? 0) &
            Node.DOCUMENT_POSITION_FOLLOWING,
        ),
        pin: document.querySelector('.pin')?.textContent,
      }));
      expect(seen.whose).toContain('by Isabella Gonzalez');
      expect(seen.whose).not.toContain('English');
      expect(seen.isFirst).toBe(true);
      expect(seen.pin).toContain(bench.name === 'chrome' ? 'press the pin' : 'Pin to Toolbar');
      await page.close();
    });

    it('is stepped through by keyboard', async () => {
      const page = await open();
      await bench.driven.waitForBadge(page, String(COUNT));
      await page.bringToFront();
      await stepByKey(page);
      await waitForCard(page);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.matches(':popover-open') === true);
      await page.close();
    });

    it('takes the theme and size of text that the reader chose', async () => {
      await bench.driven.inExtension(() =>
        chrome.storage.local.set({
          'setting:theme': { version: 1, value: 'dark' },
          'setting:textPercent': { version: 1, value: 150 },
        }),
      );
      const page = await open('light');
      const look = () =>
        page.evaluate(() => {
          const { backgroundColor } = getComputedStyle(document.body);
          return `${backgroundColor} ${getComputedStyle(document.documentElement).fontSize}`;
        });
      expect(await look()).toBe('rgb(29, 34, 38) 24px');
      await bench.driven.inExtension(() => chrome.storage.local.clear());
      await waitFor(
        'the page as it was',
        async () => (await look()) === 'rgb(246, 247, 248) 16px' || undefined,
      );
      await page.close();
    });

    it('has no accessibility violation in either scheme, and fits 320 pixels at twice the text', async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const page = await open(scheme);
        expect(await violationsIn(page)).toEqual([]);
        await page.setViewport({ width: 320, height: 700 });
        const overflow = await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
          return document.documentElement.scrollWidth - document.documentElement.clientWidth;
        });
        expect(overflow).toBe(0);
        await page.close();
      }
    });
  },
  { own: true },
);

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { restMouse, waitForCard } from '../../scripts/browser/mention';
import { waitFor } from '../../scripts/browser/wait';
import { violationsIn } from './axe';
import { htmlPage, inBrowsers, waitForPainted } from './in-browsers';

const routes = {
  '/article': htmlPage(
    `<h1>A heading</h1><p><b id="term">Trainium</b> chips, and Trainium again.</p><p>Trainium, and Inferentia.</p>
     <h2>Another</h2><p>Trainium runs <code>Inferentia run</code></p><pre>Neuron SDK</pre>
     <iframe src="/framed" width="400" height="90"></iframe>`,
  ),
  '/framed': htmlPage('<p>Trainium, and Trainium once more.</p>'),
};
const ALL = ['Trainium', 'Trainium', 'Trainium', 'Inferentia', 'Trainium'];
const FIRST = ['Trainium', 'Inferentia', 'Trainium'];
const SITE = 'news.example';

const downloads = mkdtempSync(join(tmpdir(), 'sidelight-downloads-'));
afterAll(() => rmSync(downloads, { recursive: true, force: true }));

inBrowsers(
  'options',
  routes,
  (bench) => {
    beforeEach(() => bench.driven.inExtension(() => chrome.storage.local.clear()));

    const openArticle = async () => {
      const page = await bench.open('/article', SITE);
      await waitForPainted(page, FIRST);
      return page;
    };
    const openOptions = () => bench.driven.open(bench.driven.extensionUrl('src/surfaces/options/index.html'));
    const choose = async (options: Page, name: string, value: string | number) => {
      const selector = `input[name="${name}"][value="${value}"]`;
      await waitFor('the choice', async () => (await options.$(selector)) ?? undefined);
      await options.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
    };
    const press = (options: Page, label: string) =>
      waitFor(`the button ${label}`, () =>
        options.evaluate((name) => {
          const button = [...document.querySelectorAll('button')].find((each) => each.innerText === name);
          button?.click();
          return button ? true : undefined;
        }, label),
      );
    const textOf = (page: Page) => page.evaluate(() => document.body.innerText);
    /** What the reader has stored, without the extension's own tables. */
    const stored = () =>
      bench.driven.inExtension(async () => {
        const { filter: _filter, screen: _screen, ...chosen } = await chrome.storage.local.get();
        return chosen;
      });
    const pointOf = async (page: Page) => {
      const box = await (await page.$('#term'))?.boundingBox();
      if (!box) throw new Error('The term is not on the page');
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const hasCard = (page: Page) => page.evaluate(() => document.querySelector(':popover-open') !== null);

    it('marks every mention, in open pages and their frames, and the first in each section again', async () => {
      const page = await openArticle();
      await bench.driven.waitForBadge(page, '7');
      const inFrame = () =>
        page
          .frames()[1]
          ?.evaluate(() => (CSS.highlights.get('reading-note') as { size?: number })?.size ?? 0);
      const options = await openOptions();
      await waitFor('one mark in the frame', async () => (await inFrame()) === 1 || undefined);
      await choose(options, 'marks', 'every');
      await waitForPainted(page, ALL);
      await waitFor('all marks in the frame', async () => (await inFrame()) === 2 || undefined);
      await bench.driven.waitForBadge(page, '7');
      await page.reload();
      await waitForPainted(page, ALL);
      await choose(options, 'marks', 'first');
      await waitForPainted(page, FIRST);
      expect(await stored()).toEqual({ 'setting:marks': { version: 1, value: 'first' } });
      for (const each of [options, page]) await each.close();
    });

    it('marks no term of a group that is switched off', async () => {
      const page = await openArticle();
      const options = await openOptions();
      await waitFor('the choice', async () => (await options.$('input[name="chips"]')) ?? undefined);
      await options.evaluate(() => document.querySelector<HTMLElement>('input[name="chips"]')?.click());
      await waitForPainted(page, []);
      await bench.driven.waitForBadge(page, '7');
      for (const each of [options, page]) await each.close();
    });

    it('reads code samples, or passes over them, at once', async () => {
      const page = await openArticle();
      const options = await openOptions();
      await choose(options, 'code', 'read');
      await waitForPainted(page, [...FIRST, 'Inferentia', 'Neuron SDK']);
      await choose(options, 'code', 'skipped');
      await waitForPainted(page, FIRST);
      for (const each of [options, page]) await each.close();
    });

    it('opens cards after the time chosen, or by click only', async () => {
      const page = await openArticle();
      const options = await openOptions();
      await choose(options, 'dwell', 800);
      await waitFor('the choice', async () => 'setting:dwellMs' in (await stored()) || undefined);
      await page.bringToFront();
      const point = await pointOf(page);
      const since = performance.now();
      await restMouse(page, point);
      await waitForCard(page);
      expect(performance.now() - since).toBeGreaterThan(780);
      await page.mouse.move(5, 500, { steps: 4 });
      await page.waitForFunction(() => document.querySelector(':popover-open') === null);

      await choose(options, 'opening', 'click');
      await waitFor('no wait to choose', () =>
        options.evaluate(() => document.querySelector('input[name="dwell"]:disabled') !== null || undefined),
      );
      await restMouse(page, point);
      const from = await page.evaluate(() => performance.now());
      await page.waitForFunction((start) => performance.now() - start > 1200, {}, from);
      expect(await hasCard(page)).toBe(false);
      await page.mouse.click(point.x, point.y);
      await waitForCard(page);
      for (const each of [options, page]) await each.close();
    });

    it('opens cards with Alt held only', async () => {
      const page = await openArticle();
      const options = await openOptions();
      await choose(options, 'opening', 'alt');
      await waitFor('the choice', async () => 'setting:opening' in (await stored()) || undefined);
      await page.bringToFront();
      const point = await pointOf(page);
      await restMouse(page, point);
      await page.mouse.click(point.x, point.y);
      const from = await page.evaluate(() => performance.now());
      await page.waitForFunction((start) => performance.now() - start > 1200, {}, from);
      expect(await hasCard(page)).toBe(false);
      await page.keyboard.down('Alt');
      await waitForCard(page);
      await page.keyboard.up('Alt');
      // A click on the term of an open card keeps it, as ever.
      await page.mouse.click(point.x, point.y);
      await page.mouse.move(5, 500, { steps: 4 });
      const left = await page.evaluate(() => performance.now());
      await page.waitForFunction((start) => performance.now() - start > 600, {}, left);
      expect(await hasCard(page)).toBe(true);
      for (const each of [options, page]) await each.close();
    });

    it('dresses an open card and the page itself in theme and size of text', async () => {
      const page = await openArticle();
      await page.bringToFront();
      const point = await pointOf(page);
      await restMouse(page, point);
      await page.mouse.click(point.x, point.y);
      await waitForCard(page);
      const tabId = await bench.driven.tabIdOf(page);
      const look = () =>
        bench.driven.inExtension(async (id) => {
          const [answer] = await chrome.scripting.executeScript({
            target: { tabId: id },
            func: () => {
              const host = document.querySelector<HTMLElement>('[popover="manual"]:popover-open');
              if (!host) return '';
              const opener = host as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot };
              const root = opener.openOrClosedShadowRoot ?? chrome.dom.openOrClosedShadowRoot(host);
              const card = root?.querySelector('.card');
              const name = root?.querySelector('h2');
              if (!card || !name) return '';
              return `${getComputedStyle(card).backgroundColor} ${getComputedStyle(name).fontSize}`;
            },
          });
          return answer?.result ?? '';
        }, tabId);
      const ownLook = () =>
        options.evaluate(() => {
          const title = document.querySelector('h2');
          return `${getComputedStyle(document.body).backgroundColor} ${title && getComputedStyle(title).fontSize}`;
        });
      const options = await openOptions();
      await choose(options, 'theme', 'dark');
      await choose(options, 'text', 150);
      let seen = '';
      await waitFor(
        'a dark, large card',
        async () => {
          seen = `${await look()} / ${await ownLook()}`;
          return seen === 'rgb(23, 27, 30) 31.5px / rgb(23, 27, 30) 36px' || undefined;
        },
        { lastSeen: () => seen },
      );
      await choose(options, 'theme', 'light');
      await waitFor('a light card', async () => (await look()).startsWith('rgb(255') || undefined);
      for (const each of [options, page]) await each.close();
    });

    it('exports everything as one JSON file', async () => {
      if (bench.name === 'chrome') {
        const client = await bench.driven.browser.target().createCDPSession();
        await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
      }
      const kept = {
        'setting:marks': { version: 1, value: 'first' },
        'known:trainium': { surface: 'Trainium', at: 1_700_000_000_000 },
        junk: [1],
      };
      await bench.driven.inExtension((items) => chrome.storage.local.set(items), kept);
      const options = await openOptions();
      await waitFor(
        'the count',
        async () => /Entries from another version/.test(await textOf(options)) || undefined,
      );
      await press(options, 'Export');
      const text = await waitFor('the file', () => {
        const name = readdirSync(downloads).find((each) => /^sidelight-[\d-]+\.json$/.test(each));
        return (name && readFileSync(join(downloads, name), 'utf8')) || undefined;
      });
      expect(JSON.parse(text)).toMatchObject({ format: 'sidelight-export', version: 1, kept });
      for (const name of readdirSync(downloads)) rmSync(join(downloads, name));
      await options.close();
    });

    it('erases everything after asking once, and pages are as on the first day', async () => {
      await bench.driven.inExtension(() =>
        chrome.storage.local.set({
          'setting:marks': { version: 1, value: 'first' },
          'never:news.example:inferentia': { surface: 'Inferentia', at: 1_700_000_000_000 },
          'site:mail.example': 'off',
        }),
      );
      const page = await bench.open('/article', SITE);
      await waitForPainted(page, ['Trainium', 'Trainium']);
      const off = await bench.open('/article', 'mail.example');
      expect((await bench.driven.reportOf(off)).state).toBe('off');
      const options = await openOptions();
      await press(options, 'Erase…');
      expect(await textOf(options)).toMatch(
        /This will be erased, and cannot be recovered:\s+Settings on this page: 1 entry\s+Sites: 1 entry\s+Corrections: 1 entry/,
      );
      expect(Object.keys(await stored())).toHaveLength(3);
      await press(options, 'Erase all of it');
      await waitFor(
        'the news',
        async () => /Everything has been erased/.test(await textOf(options)) || undefined,
      );
      expect(await stored()).toEqual({});
      await waitForPainted(page, FIRST);
      await waitForPainted(off, FIRST);
      await bench.driven.waitForBadge(page, '7');
      for (const each of [options, off, page]) await each.close();
    });

    it.runIf(bench.name === 'chrome')('a choice that the store has no room for springs back', async () => {
      const options = await openOptions();
      await bench.driven.inExtension(async () => {
        const { QUOTA_BYTES } = chrome.storage.local;
        await chrome.storage.local.set({ filler: 'x'.repeat(QUOTA_BYTES - 20) });
      });
      await choose(options, 'theme', 'dark');
      await waitFor(
        'the reason',
        async () =>
          /Nothing has changed\. The browser could not store it: .*quota/i.test(await textOf(options)) ||
          undefined,
      );
      const checked = () =>
        options.evaluate(
          () => document.querySelector<HTMLInputElement>('input[name="theme"]:checked')?.value,
        );
      expect(await checked()).toBe('system');
      await options.close();
    });

    it.runIf(bench.name === 'chrome')('leads to the browser’s own page for shortcuts', async () => {
      const options = await openOptions();
      const isShown = async () =>
        /Go to the next mention on the page\s+Alt\s+Shift\s+\./.test(await textOf(options)) || undefined;
      await waitFor('the keys', isShown);
      await press(options, 'Change in the browser');
      const target = await bench.driven.browser.waitForTarget((each) =>
        each.url().startsWith('chrome://extensions/shortcuts'),
      );
      await (await target.page())?.close();
      await options.close();
    });

    it('has no accessibility violation in either scheme, and fits 320 pixels at twice the text', async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const options = await bench.driven.open(
          bench.driven.extensionUrl('src/surfaces/options/index.html'),
          {
            scheme,
          },
        );
        await waitFor('the facts', async () => /Granted/.test(await textOf(options)) || undefined);
        expect(await textOf(options)).toMatch(/^0\s+requests to the network from this page/m);
        expect(await violationsIn(options)).toEqual([]);
        await press(options, 'Erase…');
        await waitFor(
          'the question',
          async () => /This goes|Nothing is stored/.test(await textOf(options)) || undefined,
        );
        expect(await violationsIn(options)).toEqual([]);
        await options.setViewport({ width: 320, height: 700 });
        await options.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
        });
        const overflow = () =>
          options.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(await overflow()).toBe(0);
        await options.close();
      }
    });
  },
  {
    own: true,
    prefs: { 'browser.download.folderList': 2, 'browser.download.dir': downloads },
  },
);

import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { stepByKey } from '../../scripts/browser/mention';
import { waitFor } from '../../scripts/browser/wait';
import { htmlPage, inBrowsers, paintedTexts, waitForPainted } from './in-browsers';
import { type SeenCard, tabTo, waitInCard } from './in-card';

const FILLER = '<p>Nothing of note stands in this paragraph.</p>'.repeat(60);

const routes = {
  '/article': htmlPage(
    `<a id="start" href="#end">To the end</a><p id="near">Anthropic rents <b>Trainium</b> chips.</p>${FILLER}
     <p id="end">Far below stands <b>Inferentia</b>.</p>`,
  ),
};

/** More stops than any of our pages has before what a test looks for. */
const MAX_STOPS = 120;

inBrowsers(
  'by keyboard alone',
  routes,
  (bench) => {
    /** Name of what has the focus in a tab or beside it, and whether a reader sees that it has. */
    const focusIn = (surface: Page) =>
      surface.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const isOutlined = (each: Element | null) => each && getComputedStyle(each).outlineStyle !== 'none';
        return {
          name: (element.ariaLabel ?? element.innerText).trim(),
          // A search field is marked as a whole, with what stands around it.
          isMarked: Boolean(isOutlined(element) || isOutlined(element.closest('.search'))),
        };
      });

    /** Presses Tab until the named control has the focus, which is to be seen at every stop. */
    async function reach(surface: Page, name: string): Promise<void> {
      for (let stop = 0; stop < MAX_STOPS; stop++) {
        await surface.keyboard.press('Tab');
        const focus = await focusIn(surface);
        expect(focus).toEqual({ name: focus.name, isMarked: true });
        if (focus.name === name) return;
      }
      throw new Error(`Tab never reached ${name}`);
    }

    const waitForText = (surface: Page, pattern: RegExp) =>
      waitFor(`${pattern}`, () =>
        surface.evaluate(
          (source) => new RegExp(source).test(document.body.innerText) || undefined,
          pattern.source,
        ),
      );

    const isInView = (page: Page, selector: string) =>
      page.evaluate((wanted) => {
        const { top = -1, bottom = 0 } = document.querySelector(wanted)?.getBoundingClientRect() ?? {};
        return top >= 0 && bottom <= innerHeight;
      }, selector);

    /** Goes to the second mention of the page by shortcut, and through three cards from there. */
    async function walkThroughCards(page: Page): Promise<void> {
      const see = (what: string, accept: (card: SeenCard) => boolean) =>
        waitInCard(bench, page, what, accept);
      const seeFocus = (name: string, accept: (card: SeenCard) => boolean = () => true) =>
        see(`the focus on ${name}`, (card) => card.focused === name && card.isFocusMarked && accept(card));

      await stepByKey(page);
      await see('the first mention', ({ spoken, ring }) => spoken === 'Anthropic, 1 of 3' && ring !== null);
      await stepByKey(page);
      const { ring } = await see('the second mention', ({ spoken }) => spoken === 'Trainium, 2 of 3');
      const term = await (await page.$('#near b'))?.boundingBox();
      expect(Math.abs((ring?.x ?? 0) - (term?.x ?? 0))).toBeLessThan(5);
      await page.keyboard.press('Enter');
      const first = await seeFocus('AWS Trainium');

      const follow = async (from: SeenCard) => {
        const link = from.relations.find((name) => !from.trail.includes(name)) ?? '';
        await tabTo(bench, page, link);
        await seeFocus(link, ({ name }) => name === from.name);
        await page.keyboard.press('Enter');
        return seeFocus(link, ({ name }) => name === link);
      };
      const second = await follow(first);
      expect(second.trail).toEqual([first.name]);
      const third = await follow(second);
      expect(third.trail).toEqual([first.name, second.name]);

      await tabTo(bench, page, 'Back', true);
      await page.keyboard.press('Enter');
      // At the link that was followed.
      await seeFocus(third.name, ({ name }) => name === second.name);
      await tabTo(bench, page, 'Pin', true);
      await page.keyboard.press('Enter');
      await seeFocus('Unpin');
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.activeElement?.id === 'start');
      // The ring is left, and another Escape takes it away.
      await see('the ring', (card) => card.name === '' && card.ring !== null);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.querySelector('[popover]') === null);
      expect(await focusIn(page)).toEqual({ name: 'To the end', isMarked: true });
    }

    /**
     * From the popup. Toolbar, and the keys that lead from pane to pane, are the browser's own and closed to what drives
     * it: the popup is opened without them, and each pane's keys are pressed in it.
     */
    async function openPanel(page: Page): Promise<Page> {
      const popup = await bench.driven.openPopup(page);
      // Its popup is a page in a tab, which has the focus only in front.
      if (bench.name === 'firefox') await popup.bringToFront();
      await waitForText(popup, /3 mentions/);
      await reach(popup, 'Panel');
      // The popup closes under the key.
      await popup.keyboard.press('Enter').catch(() => {});
      if (bench.name === 'chrome') {
        const url = bench.driven.extensionUrl('src/surfaces/panel/index.html');
        const target = await bench.driven.browser.waitForTarget((each) => each.url() === url);
        return target.asPage();
      }
      await waitFor('the sidebar', () => bench.driven.inExtension(isSidebarOpen));
      // Firefox’s sidebar is no page to the protocol: the panel's page stands in for it, in a tab.
      const panel = await bench.driven.openPanel(page);
      await panel.bringToFront();
      return panel;
    }

    /** The atlas opens in a tab of its own, in front. */
    const findAtlas = () =>
      waitFor('the atlas in front', async () => {
        for (const tab of await bench.driven.browser.pages()) {
          const isAtlas = () =>
            location.pathname.includes('/atlas/') && document.visibilityState === 'visible';
          // Firefox tells no addresses of extension pages, and a tab may be closing.
          if (await tab.evaluate(isAtlas).catch(() => false)) return tab;
        }
        return undefined;
      });

    it('from a mention through its cards, the panel and the atlas, and back to the page', async () => {
      const page = await bench.open('/article');
      await waitForPainted(page, ['Anthropic', 'Trainium', 'Inferentia']);
      await bench.driven.waitForReport(page, ({ total }) => total === 3);
      await page.bringToFront();
      await reach(page, 'To the end');
      await walkThroughCards(page);

      const panel = await openPanel(page);
      await waitForText(panel, /AWS Trainium/);
      await reach(panel, 'Open the atlas');
      await panel.keyboard.press('Enter');

      const atlas = await findAtlas();
      await waitForText(atlas, /Lit by 127\.0\.0\.1/);
      expect(await isInView(page, '#end')).toBe(false);
      await reach(atlas, 'AWS Inferentia: 1 on the page. Go there');
      await atlas.keyboard.press('Enter');

      await waitFor('the page in front', () =>
        page.evaluate(() => (document.visibilityState === 'visible' && document.hasFocus()) || undefined),
      );
      expect(await isInView(page, '#end')).toBe(true);
      expect(await paintedTexts(page, 'reading-note-open')).toEqual(['Inferentia']);
      expect((await focusIn(page)).name).toBe('To the end');
      // The shortcut goes on from there.
      await stepByKey(page);
      await waitInCard(bench, page, 'the third mention', ({ spoken }) => spoken === 'Inferentia, 3 of 3');
    });
  },
  { reducedMotion: true },
);

/** Runs in the extension, in Firefox. */
async function isSidebarOpen(): Promise<true | undefined> {
  const { sidebarAction } = (
    globalThis as unknown as { browser: { sidebarAction: { isOpen(details: object): Promise<boolean> } } }
  ).browser;
  return (await sidebarAction.isOpen({})) || undefined;
}

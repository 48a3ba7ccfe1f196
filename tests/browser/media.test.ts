import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitFor } from '../../scripts/browser/wait';
import { htmlPage, inBrowsers, waitForPainted } from './in-browsers';
import { waitInCard } from './in-card';

const routes = {
  '/article': htmlPage(
    '<p>Anthropic rents <b id="trainium">Trainium</b> chips.</p><p style="height: 900px">The end.</p>',
  ),
};

/** In both browsers: forced colours. */
const FORCED_COLOURS = {
  args: ['--force-high-contrast'],
  prefs: { 'browser.display.document_color_use': 2 },
};

inBrowsers(
  'on paper',
  routes,
  (bench) => {
    /** Opens the atlas at a card, and has its sheets for paper hold on the screen, where both browsers let them be asked. */
    async function openOnPaper(): Promise<Page> {
      const page = await bench.open('/article');
      await bench.driven.waitForReport(page, ({ total }) => total === 2);
      await bench.driven.inExtension(() => chrome.storage.local.set({ 'setting:theme': 'dark' }));
      const url = `src/surfaces/atlas/index.html?tab=${await bench.driven.tabIdOf(page)}#card=trainium`;
      const atlas = await bench.driven.open(bench.driven.extensionUrl(url), { width: 700, height: 900 });
      await waitFor('the whole atlas with a card', () =>
        atlas.evaluate(() =>
          document.querySelector('#cards') && document.querySelector('.pane') ? true : undefined,
        ),
      );
      await atlas.evaluate(() => {
        for (const { cssRules } of document.styleSheets)
          for (const rule of cssRules)
            if (rule instanceof CSSMediaRule && rule.conditionText.includes('print'))
              rule.media.mediaText = 'all';
      });
      return atlas;
    }

    it('the atlas has all its sections and the open card, and nothing that can only be pressed', async () => {
      const atlas = await openOnPaper();
      const seen = await atlas.evaluate(() => {
        const isSeen = (element: Element) => element.checkVisibility();
        const textsOf = (selector: string) =>
          [...document.querySelectorAll<HTMLElement>(selector)]
            .filter(isSeen)
            .map((each) => each.innerText.trim());
        return {
          titles: textsOf('.map h2'),
          card: textsOf('.pane h2'),
          bars: textsOf('.bar, .finder, .said'),
          // A risk's and a relation's name are text as much as a way to their cards.
          buttons: textsOf('button:not(.body .link, .citation), input'),
          wires: [...document.querySelectorAll('.wires')].filter(isSeen).length,
          chips: textsOf('.chip a').length,
        };
      });
      expect(seen).toMatchObject({
        titles: [
          'Stack map',
          'The silicon flywheel',
          'Argument map',
          'The argument, paragraph by paragraph',
          'Relations',
          'Cards',
        ],
        card: ['AWS Trainium'],
        bars: [],
        buttons: [],
        wires: 0,
      });
      expect(seen.chips).toBeGreaterThan(100);
      await atlas.close();
    });

    it('the atlas is black on white in a dark theme too, and no box of it is cut', async () => {
      const atlas = await openOnPaper();
      const seen = await atlas.evaluate(() => {
        const styleOf = (selector: string) => {
          const element = document.querySelector(selector);
          if (!element) throw new Error(`There is no ${selector}`);
          return getComputedStyle(element);
        };
        return {
          scheme: styleOf(':root').colorScheme,
          ground: styleOf('body').backgroundColor,
          inks: [
            ...new Set(['h1', '.source', '.abstract-text', '.short'].map((each) => styleOf(each).color)),
          ],
          cut: ['.point', '.holding', '.paragraph', '.tied', '.entry', '.steps > li'].filter(
            (each) => styleOf(each).breakInside !== 'avoid',
          ),
          hidden: [...document.querySelectorAll('.pane, .card, .card .body')].filter(
            (each) =>
              getComputedStyle(each).overflow !== 'visible' || each.scrollHeight > each.clientHeight + 4,
          ).length,
        };
      });
      expect(seen).toEqual({
        scheme: 'light',
        ground: 'rgb(255, 255, 255)',
        inks: ['rgb(21, 25, 30)'],
        cut: [],
        hidden: 0,
      });
      await atlas.close();
    });
  },
  { own: true },
);

inBrowsers(
  'in forced colours',
  routes,
  (bench) => {
    it('terms are marked, and an open § and the parts of the argument are filled', async () => {
      const page = await bench.open('/article');
      await page.setViewport({ width: 1000, height: 1000 });
      expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      await waitForPainted(page, ['Anthropic', 'Trainium']);
      await page.bringToFront();
      const popup = await bench.driven.openPopup(page);
      const press = (selector: string) =>
        waitFor(selector, () =>
          popup.evaluate((wanted) => {
            const button = document.querySelector<HTMLElement>(wanted);
            button?.click();
            return button ? true : undefined;
          }, selector),
        );
      /** The colours of a piece; a plate behind its letters would hide those in the colour for what is selected. */
      const look = (selector: string) =>
        waitFor(selector, () =>
          popup.evaluate((wanted) => {
            const element = document.querySelector(wanted);
            if (!element) return undefined;
            const { backgroundColor, color, forcedColorAdjust } = getComputedStyle(element);
            return {
              isFilled: backgroundColor !== getComputedStyle(document.body).backgroundColor,
              isSeen: backgroundColor !== color,
              forcedColorAdjust,
            };
          }, selector),
        );
      const filled = { isFilled: true, isSeen: true, forcedColorAdjust: 'none' };
      await press('.coverage-line button');
      expect(await look('.coverage-parts .lit')).toEqual(filled);
      await press('.rows .row');
      await press('.statements button.citation');
      expect(await look('.citation[aria-expanded="true"]')).toEqual(filled);
      await popup.close();
    });
  },
  { own: true, ...FORCED_COLOURS },
);

inBrowsers(
  'with reduced motion',
  routes,
  (bench) => {
    it('nothing moves by itself: not the card, not the switch, and no page is scrolled smoothly', async () => {
      const page = await bench.open('/article');
      await waitForPainted(page, ['Anthropic', 'Trainium']);
      const popup = await bench.driven.openPopup(page);
      const moving = await waitFor('the switch', () =>
        popup.evaluate(() => {
          if (!document.querySelector('.switch-track')) return undefined;
          const all = [...document.querySelectorAll('*')].flatMap((each) =>
            ['', '::before', '::after'].map((part) => getComputedStyle(each, part)),
          );
          return all.filter(
            ({ transitionDuration, animationDuration, scrollBehavior }) =>
              /[1-9]/.test(`${transitionDuration} ${animationDuration}`) || scrollBehavior === 'smooth',
          ).length;
        }),
      );
      expect(moving).toBe(0);
      await popup.close();
      await page.bringToFront();
      await page.click('#trainium');
      await waitInCard(bench, page, 'a pinned card', ({ buttons }) => 'Unpin' in buttons);
      const duration = await bench.driven.inExtension(
        async (tabId) => {
          const [answer] = await chrome.scripting.executeScript({
            target: { tabId },
            func: () => {
              const host = document.querySelector<HTMLElement>('[popover="manual"]:popover-open');
              if (!host) return undefined;
              const opener = host as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot };
              const root = opener.openOrClosedShadowRoot ?? chrome.dom.openOrClosedShadowRoot(host);
              const card = root?.querySelector('article');
              return card ? getComputedStyle(card).animationDuration : undefined;
            },
          });
          return answer?.result;
        },
        await bench.driven.tabIdOf(page),
      );
      expect(duration).toBe('0s');
    });
  },
  { own: true, reducedMotion: true },
);

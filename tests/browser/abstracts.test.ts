import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { restMouse, stepByKey } from '../../scripts/browser/mention';
import { waitFor } from '../../scripts/browser/wait';
import { paragraphs } from '../../src/pack/built-in-paragraphs';
import { violationsIn, violationsInCards } from './axe';
import { htmlPage, inBrowsers, waitForPainted } from './in-browsers';
import { type SeenCard, tabTo, waitInCard } from './in-card';

const FILLER = '<p>Nothing of note stands in this paragraph.</p>'.repeat(40);
const SENTENCE = '<p>Chips named <b id="trainium">Trainium</b> are rented out.</p>';

const routes = {
  '/article': htmlPage(`${SENTENCE}${FILLER}`),
  '/column': htmlPage(`<div style="width: 520px; margin: 0 auto">${SENTENCE}${FILLER}</div>`),
  '/narrow': htmlPage(`<p style="height: 420px">First.</p>${SENTENCE}<p style="height: 900px">The end.</p>`),
  '/figure': htmlPage(
    `<p>Amazon will invest up to $25 billion in <b id="anthropic">Anthropic</b>.</p>${FILLER}`,
  ),
  '/blank': htmlPage(''),
};

/** The name of a § as a reader hears it. */
const CITATION = /^Section (\d+), paragraph (\d+)$/;

/** What the pack says of the paragraph that a § names. */
function abstractOf(name: string): string {
  const [, number, position] = CITATION.exec(name) ?? [];
  const found = paragraphs.find((each) => `${each.number}` === number && `${each.paragraph}` === position);
  if (!found) throw new Error(`No paragraph is called ${name}`);
  return found.abstract;
}

interface Point {
  readonly x: number;
  readonly y: number;
}
type Press = (page: Page, at: Point) => Promise<void>;
const byPointer: Press = (page, { x, y }) => page.mouse.click(x, y);
const byTouch: Press = (page, { x, y }) => page.touchscreen.tap(x, y);

inBrowsers(
  'the abstract of a paragraph, in a page',
  routes,
  (bench) => {
    const see = (page: Page, what: string, accept: (card: SeenCard) => boolean) =>
      waitInCard(bench, page, what, accept);
    async function open(path: string, marked: readonly string[] = ['Trainium']): Promise<Page> {
      const page = await bench.open(path);
      // The first § of a card is to be seen without scrolling.
      await page.setViewport({ width: 1000, height: 1000 });
      await waitForPainted(page, marked);
      await page.bringToFront();
      return page;
    }
    async function middleOf(page: Page, selector: string): Promise<Point> {
      const box = await (await page.$(selector))?.boundingBox();
      if (!box) throw new Error(`${selector} is not on the page`);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    const middleOfButton = ({ buttons }: SeenCard, name: string): Point => {
      const { x = 0, y = 0, width = 0, height = 0 } = buttons[name] ?? {};
      return { x: x + width / 2, y: y + height / 2 };
    };
    /** The first § of a card. */
    const citationIn = ({ buttons }: SeenCard): string =>
      Object.keys(buttons).find((name) => CITATION.test(name)) ?? '';
    const seeFull = (page: Page) =>
      see(page, 'the full card', (card) => card.name === 'AWS Trainium' && citationIn(card) !== '');
    const seeAbstract = (page: Page, name: string) =>
      see(page, `the abstract of ${name}`, ({ abstracts }) => `${abstracts}` === abstractOf(name));
    const seeNone = (page: Page) => see(page, 'no abstract', ({ abstracts }) => abstracts.length === 0);
    const placeOf = (page: Page) => page.evaluate(() => scrollY);

    /** Opens the first § of a card, and closes it: by the § itself, and by the abstract's button. */
    async function openAndClose(page: Page, press: Press): Promise<void> {
      const name = citationIn(await seeFull(page));
      const before = await placeOf(page);
      for (const wayOut of [name, 'Close paragraph']) {
        await press(page, middleOfButton(await seeFull(page), name));
        const card = await seeAbstract(page, name);
        await press(page, middleOfButton(card, wayOut));
        await seeNone(page);
      }
      expect(await placeOf(page)).toBe(before);
    }

    it('opens by pointer in a pinned card, beside its term and in the margin', async () => {
      for (const path of ['/article', '/column']) {
        const page = await open(path);
        const { x, y } = await middleOf(page, '#trainium');
        await page.mouse.click(x, y);
        await see(page, 'a pinned card', ({ buttons }) => 'Unpin' in buttons);
        await openAndClose(page, byPointer);
        await page.close();
      }
    });

    it('opens by key, and so every § of the card, one at a time; the page stays where it was', async () => {
      const page = await open('/column');
      const before = await placeOf(page);
      await stepByKey(page);
      await see(page, 'the mention', ({ spoken }) => spoken.startsWith('Trainium'));
      await page.keyboard.press('Enter');
      const { buttons } = await see(page, 'the name in focus', ({ focused }) => focused === 'AWS Trainium');
      const names = Object.keys(buttons).filter((name) => CITATION.test(name));
      expect(names.length).toBeGreaterThan(2);
      for (const name of names) {
        await tabTo(bench, page, name);
        await page.keyboard.press('Enter');
        const { box, buttons: shown } = await seeAbstract(page, name);
        // All of it is to be seen, with its way out.
        const { y } = middleOfButton({ buttons: shown } as SeenCard, 'Close paragraph');
        expect(y).toBeGreaterThan(box?.y ?? 0);
        expect(y).toBeLessThan((box?.y ?? 0) + (box?.height ?? 0));
      }
      const last = names.at(-1) ?? '';
      await tabTo(bench, page, 'Close paragraph');
      await page.keyboard.press('Enter');
      await see(page, 'the focus on the §', ({ focused, abstracts }) => focused === last && !abstracts[0]);
      await page.keyboard.press(' ');
      await seeAbstract(page, last);
      expect(await placeOf(page)).toBe(before);
      await page.close();
    });

    it('opens by touch in a sheet', async () => {
      const page = await open('/narrow');
      await page.setViewport({ width: 390, height: 1000, hasTouch: true });
      await waitForPainted(page, ['Trainium']);
      await byTouch(page, await middleOf(page, '#trainium'));
      await openAndClose(page, byTouch);
      await page.close();
    });

    it('leads to another card that cites the paragraph, and back', async () => {
      const page = await open('/column');
      const { x, y } = await middleOf(page, '#trainium');
      await page.mouse.click(x, y);
      const card = await seeFull(page);
      const name = citationIn(card);
      await byPointer(page, middleOfButton(card, name));
      const { buttons } = await seeAbstract(page, name);
      const others = paragraphs
        .find(({ abstract }) => abstract === abstractOf(name))
        ?.citedBy.filter((other) => other.card !== 'trainium');
      const next = others?.[0]?.name ?? '';
      await byPointer(page, middleOfButton({ buttons } as SeenCard, next));
      const followed = await see(page, next, ({ name: shown }) => shown === next);
      expect(followed.trail).toEqual(['AWS Trainium']);
      expect(followed.abstracts).toEqual([]);
      expect(citationIn(followed)).toMatch(CITATION);
      await byPointer(page, middleOfButton(followed, 'Back'));
      expect((await seeFull(page)).trail).toEqual([]);
      await page.close();
    });

    it('opens in a peek, below the page’s figure, and leaves the peek a peek', async () => {
      const page = await open('/figure', ['25 billion', 'Amazon', 'Anthropic']);
      await restMouse(page, await middleOf(page, '#anthropic'));
      const peek = await see(page, 'a peek with a figure', (card) => citationIn(card) !== '');
      const name = citationIn(peek);
      const { x, y } = middleOfButton(peek, name);
      await page.mouse.move(x, y, { steps: 5 });
      await page.mouse.click(x, y);
      const shown = await seeAbstract(page, name);
      await byPointer(page, middleOfButton(shown, 'Close paragraph'));
      await seeNone(page);
      const after = await see(page, 'the peek', ({ html }) => /class="card peek/.test(html));
      expect('Unpin' in after.buttons).toBe(false);
      await page.close();
    });

    it('axe finds nothing in a card with an open abstract, light and dark', async () => {
      const found: string[] = [];
      for (const [path, width] of [
        ['/column', 1000],
        ['/narrow', 390],
      ] as const) {
        const page = await open(path);
        await page.setViewport({ width, height: 1000 });
        await waitForPainted(page, ['Trainium']);
        const { x, y } = await middleOf(page, '#trainium');
        await page.mouse.click(x, y);
        const card = await seeFull(page);
        await byPointer(page, middleOfButton(card, citationIn(card)));
        found.push((await seeAbstract(page, citationIn(card))).html);
        await page.close();
      }
      expect(await violationsInCards(bench, '/blank', found)).toEqual([]);
    });
  },
  { reducedMotion: true },
);

inBrowsers(
  'the abstract of a paragraph, on a surface',
  routes,
  (bench) => {
    const waitForSelector = (surface: Page, selector: string) =>
      waitFor(selector, () =>
        surface.evaluate((wanted) => document.querySelector(wanted) !== null || undefined, selector),
      );
    /** The middle of an element that has been scrolled into view. */
    const middleOf = (surface: Page, selector: string): Promise<Point> =>
      surface.evaluate((wanted) => {
        const element = document.querySelector(wanted);
        if (!element) throw new Error(`There is no ${wanted}`);
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }, selector);
    const seenIn = (surface: Page) =>
      surface.evaluate(() => ({
        texts: [...document.querySelectorAll('.abstract .abstract-text')].map((each) => each.textContent),
        focused: document.activeElement?.getAttribute('aria-label') ?? '',
      }));
    const waitForAbstracts = (surface: Page, texts: readonly string[]) => {
      let last: unknown;
      return waitFor(
        `the abstracts ${texts}`,
        async () => {
          const { texts: shown } = await seenIn(surface);
          last = shown;
          return `${shown}` === `${texts}` || undefined;
        },
        { lastSeen: () => last },
      );
    };
    /** Whether an element is just below another, within the card. */
    const isBelow = (surface: Page, low: string, high: string) =>
      surface.evaluate(
        (...selectors) => {
          const [lower, upper, card] = selectors.map((each) =>
            document.querySelector(each)?.getBoundingClientRect(),
          );
          if (!lower || !upper || !card) return false;
          const gap = lower.top - upper.bottom;
          return gap >= 0 && gap < 60 && lower.left >= card.left && lower.right <= card.right;
        },
        low,
        high,
        '.card',
      );
    /** Presses Tab until what is named has the focus. */
    async function reach(surface: Page, name: string): Promise<void> {
      for (let stop = 0; stop < 60; stop++) {
        if ((await seenIn(surface)).focused === name) return;
        await surface.keyboard.press('Tab');
      }
      throw new Error(`Tab never reached ${name}`);
    }

    const FIRST = '.card .statements button.citation';

    /** Opens the first § of the open card by pointer, key and touch; closes it in each way. */
    async function openInEachWay(surface: Page): Promise<void> {
      await waitForSelector(surface, FIRST);
      const name = await surface.evaluate((first) => document.querySelector(first)?.ariaLabel ?? '', FIRST);
      const wanted = [abstractOf(name)];
      for (const press of [byPointer, byTouch]) {
        await press(surface, await middleOf(surface, FIRST));
        await waitForAbstracts(surface, wanted);
        expect(await isBelow(surface, '.card .abstract-text', FIRST)).toBe(true);
        await press(surface, await middleOf(surface, '.abstract .icon-button'));
        await waitForAbstracts(surface, []);
      }
      await surface.evaluate(() => document.querySelector<HTMLElement>('.card h2')?.focus());
      await reach(surface, name);
      await surface.keyboard.press('Enter');
      await waitForAbstracts(surface, wanted);
      await reach(surface, 'Close paragraph');
      await surface.keyboard.press('Enter');
      await waitForAbstracts(surface, []);
      expect((await seenIn(surface)).focused).toBe(name);
      await surface.keyboard.press('Enter');
      await waitForAbstracts(surface, wanted);
      // In the midst of its fade a card is paler than it will be.
      await surface.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
      expect(await violationsIn(surface)).toEqual([]);
    }

    async function openArticle(): Promise<Page> {
      const page = await bench.open('/article');
      await bench.driven.waitForReport(page, ({ total }) => total === 1);
      return page;
    }
    const openAtlas = async (page: Page | null, hash: string) => {
      const query = page ? `?tab=${await bench.driven.tabIdOf(page)}` : '';
      const url = bench.driven.extensionUrl(`src/surfaces/atlas/index.html${query}${hash}`);
      const atlas = await bench.driven.open(url);
      await atlas.bringToFront();
      await waitForSelector(atlas, '#paragraphs');
      return atlas;
    };

    it('opens in the popup', async () => {
      const page = await openArticle();
      const popup = await bench.driven.openPopup(page);
      await waitForSelector(popup, '.row');
      await popup.evaluate(() => document.querySelector<HTMLElement>('.row')?.click());
      // There it is a page in a background tab, which no pointer reaches.
      if (bench.name === 'firefox') await popup.bringToFront();
      await openInEachWay(popup);
      await popup.close();
      await page.close();
    });

    it('opens in the panel', async () => {
      const page = await openArticle();
      // In a tab of its own: where it disturbs no tab, no pointer reaches it.
      const address = `src/surfaces/panel/index.html?tab=${await bench.driven.tabIdOf(page)}`;
      const panel = await bench.driven.open(bench.driven.extensionUrl(address), { width: 360, height: 900 });
      const opener = ':is(.row, .lead-actions .link)';
      await waitForSelector(panel, opener);
      await panel.evaluate((each) => document.querySelector<HTMLElement>(each)?.click(), opener);
      await openInEachWay(panel);
      await panel.close();
      await page.close();
    });

    it('opens in a card of the atlas', async () => {
      const atlas = await openAtlas(null, '#card=trainium');
      await openInEachWay(atlas);
      await atlas.close();
    });

    it('is where a § of the atlas’ maps leads, also past an open card', async () => {
      const page = await openArticle();
      const atlas = await openAtlas(page, '');
      const isAtTop = (name: string) =>
        waitFor(`the paragraph of ${name}`, () =>
          atlas.evaluate((text) => {
            const { top = -1, bottom = 0 } =
              document.querySelector('.paragraph:target')?.getBoundingClientRect() ?? {};
            const said = document.querySelector('.paragraph:target .abstract-text')?.textContent;
            return (said === text && top >= 0 && bottom <= innerHeight) || undefined;
          }, abstractOf(name)),
        );
      const press = async (selector: string) => {
        const name = await atlas.evaluate((mark) => document.querySelector(mark)?.ariaLabel ?? '', selector);
        await byPointer(atlas, await middleOf(atlas, selector));
        return name;
      };
      await isAtTop(await press('.stack-map .citation'));
      await press('.argument .chip a');
      await waitForSelector(atlas, '.pane');
      // The card lies over the end of the page’s lines.
      await isAtTop(await press('.stack-map .citation'));
      expect(await atlas.evaluate(() => document.querySelector('.pane'))).toBeNull();

      // What the page touches is told from the rest.
      const grounds = await atlas.evaluate(() =>
        ['.paragraph.lit', '.paragraph:not(.lit)'].map((selector) => {
          const element = document.querySelector(selector);
          return element && getComputedStyle(element).borderInlineStartColor;
        }),
      );
      expect(grounds[0]).not.toBeNull();
      expect(grounds[0]).not.toBe(grounds[1]);
      await atlas.close();
      await page.close();
    });
  },
  { reducedMotion: true },
);

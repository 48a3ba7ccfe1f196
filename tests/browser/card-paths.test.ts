import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { restMouse, stepByKey } from '../../scripts/browser/mention';
import { violationsInCards } from './axe';
import { htmlPage, inBrowsers, waitForPainted } from './in-browsers';
import { lookIntoCard, type SeenCard, tabTo, waitInCard } from './in-card';

const FILLER = '<p>Nothing of note stands in this paragraph.</p>'.repeat(40);
const SENTENCE =
  'Anthropic rents <b id="trainium">Trainium</b> chips, and <b id="inferentia">Inferentia</b> ones.';
const MARKED = ['Anthropic', 'Trainium', 'Inferentia'];
const column = (style: string, direction = 'ltr') =>
  htmlPage(
    `<div dir="${direction}" style="width: 520px; margin: 0 auto; ${style}"><p>Before.</p><p>${SENTENCE}</p>${FILLER}</div>`,
  );

const routes = {
  '/article': htmlPage(`<button id="first">A control</button><p>${SENTENCE}</p>
    <textarea id="notes" aria-label="Notes"></textarea>${FILLER}`),
  '/column': column(''),
  '/at-the-right': column('margin-right: 20px'),
  '/rtl': column('', 'rtl'),
  '/beside-a-list': htmlPage(
    `<style>p { width: 500px } ul { position: absolute; inset: 0 auto 0 540px; width: 700px; margin: 0 }</style>
     <p>${SENTENCE}</p><ul>${'<li>Another story that stands in the margin of this page, all the way down.</li>'.repeat(80)}</ul>`,
  ),
  '/narrow': htmlPage(
    `<p style="height: 420px">First.</p><p>${SENTENCE}</p><p style="height: 900px">The end.</p>`,
  ),
  '/ends-here': htmlPage(`<p style="height: 560px">First.</p><p>${SENTENCE}</p>`),
  '/blank': htmlPage(''),
};

inBrowsers(
  'through a card',
  routes,
  (bench) => {
    async function open(path: string, host?: string): Promise<Page> {
      const page = await bench.open(path, host);
      await waitForPainted(page, MARKED);
      await page.bringToFront();
      return page;
    }
    const see = (page: Page, what: string, accept: (card: SeenCard) => boolean) =>
      waitInCard(bench, page, what, accept);
    const boxOf = async (page: Page, selector: string) => {
      const box = await (await page.$(selector))?.boundingBox();
      if (!box) throw new Error(`${selector} is not on the page`);
      return box;
    };
    const middleOf = async (page: Page, selector: string) => {
      const { x, y, width, height } = await boxOf(page, selector);
      return { x: x + width / 2, y: y + height / 2 };
    };
    async function pin(page: Page, term = '#trainium'): Promise<void> {
      const { x, y } = await middleOf(page, term);
      await page.mouse.click(x, y);
      await see(page, 'a pinned card', ({ buttons }) => 'Unpin' in buttons);
    }
    async function press(page: Page, name: string): Promise<void> {
      const card = await see(page, `the button ${name}`, ({ buttons }) => name in buttons);
      const { x = 0, y = 0, width = 0, height = 0 } = card.buttons[name] ?? {};
      await page.mouse.click(x + width / 2, y + height / 2);
    }
    /** Goes to the second mention, and opens its card. */
    async function openByKey(page: Page): Promise<SeenCard> {
      await page.focus('#first');
      await stepByKey(page);
      await see(page, 'the first mention', ({ spoken }) => spoken === 'Anthropic, 1 of 3');
      await stepByKey(page);
      await see(page, 'the second mention', ({ spoken }) => spoken === 'Trainium, 2 of 3');
      await page.keyboard.press('Enter');
      return see(page, 'the name in focus', ({ focused }) => focused === 'AWS Trainium');
    }
    const waitForNothing = (page: Page) =>
      page.waitForFunction(() => document.querySelector('[popover]') === null);

    it('by touch: a sheet that grows from a tap, below its term, and goes by its button or when it is drawn down', async () => {
      const page = await open('/narrow');
      await page.setViewport({ width: 390, height: 700, hasTouch: true });
      await waitForPainted(page, MARKED);
      const tap = async () => {
        const { x, y } = await middleOf(page, '#trainium');
        await page.touchscreen.tap(x, y);
        return see(page, 'the sheet', ({ box }) => box !== null && Math.abs(box.y + box.height - 700) < 1);
      };
      const { buttons } = await tap();
      const { x = 0, y = 0, width = 0, height = 0 } = buttons['Close'] ?? {};
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(28);
      await page.touchscreen.tap(x + width / 2, y + height / 2);
      await waitForNothing(page);

      const { box } = await tap();
      expect(box?.height).toBeLessThanOrEqual(700 * 0.66 + 1);
      const term = await boxOf(page, '#trainium');
      expect(term.y).toBeGreaterThan(0);
      expect(term.y + term.height).toBeLessThan(box?.y ?? 0);
      const top = (box?.y ?? 0) + 8;
      await page.touchscreen.touchStart(195, top);
      for (const down of [30, 60, 90, 120]) await page.touchscreen.touchMove(195, top + down);
      await page.touchscreen.touchEnd();
      await waitForNothing(page);
      await page.close();
    });

    it('a sheet that is opened by pointer and grows does not grow over its term', async () => {
      const page = await open('/narrow');
      await page.setViewport({ width: 390, height: 700 });
      await restMouse(page, await middleOf(page, '#trainium'));
      const { box } = await see(page, 'the peek', (card) => (card.box?.height ?? 0) > 0);
      await page.mouse.click(60, (box?.y ?? 0) + (box?.height ?? 0) - 8);
      const grown = await see(page, 'the full card', ({ buttons }) => 'I know this term' in buttons);
      const term = await boxOf(page, '#trainium');
      expect(grown.box?.y).toBeGreaterThanOrEqual(term.y + term.height);
      await page.close();
    });

    it('a term at the end of a page is not under its sheet', async () => {
      const page = await open('/ends-here');
      await page.setViewport({ width: 390, height: 640 });
      await waitForPainted(page, MARKED);
      await pin(page);
      const { box } = await see(page, 'the sheet', (card) => card.box !== null);
      const term = await boxOf(page, '#trainium');
      expect(term.y).toBeGreaterThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));
      await page.close();
    });

    it('a pinned card docks in a free margin, level with its line, and goes along as the page scrolls', async () => {
      for (const [path, side] of [
        ['/column', 'right'],
        ['/at-the-right', 'left'],
        ['/rtl', 'right'],
      ] as const) {
        const page = await open(path);
        await pin(page);
        const { box } = await see(page, `a card at the ${side}`, ({ dock }) => dock === side);
        const line = await boxOf(page, 'p:has(#trainium)');
        const { y } = await middleOf(page, '#trainium');
        if (!box) throw new Error('The card has no box');
        if (side === 'right') expect(box.x).toBeGreaterThan(line.x + line.width);
        else expect(box.x + box.width).toBeLessThan(line.x);
        expect(y).toBeGreaterThan(box.y);
        expect(y).toBeLessThan(box.y + box.height);
        await page.evaluate(() => scrollBy({ top: 40, behavior: 'instant' }));
        await see(page, 'the card 40 px higher', (card) => Math.abs((card.box?.y ?? 0) - (box.y - 40)) <= 1);
        await page.close();
      }
    });

    it('a pinned card stays beside its term where the margin is taken', async () => {
      const page = await open('/beside-a-list');
      await pin(page);
      const { dock, box } = await see(page, 'the card in its place', (card) => (card.box?.y ?? 0) > 0);
      expect(dock).toBeNull();
      const term = await boxOf(page, '#trainium');
      expect(box?.y).toBeGreaterThanOrEqual(term.y + term.height);
      await page.close();
    });

    it('of two cards pinned on one line, the head of each can be seen and clicked', async () => {
      const page = await open('/beside-a-list');
      await pin(page);
      const { buttons } = await see(page, 'Trainium', ({ name }) => name === 'AWS Trainium');
      await pin(page, '#inferentia');
      await see(page, 'Inferentia', ({ name }) => name === 'AWS Inferentia');
      await page.mouse.move(1, 1);
      const { x = 0, y = 0 } = buttons['Close'] ?? {};
      await page.mouse.click(x + 8, y + 8);
      await press(page, 'Close');
      await waitForNothing(page);
      await page.close();
    });

    it.each([['127.0.0.1'], ['news.example']])('a card is copied with its source, on %s', async (host) => {
      const page = await open('/article', host);
      await pin(page);
      await press(page, 'More actions');
      await see(page, 'the menu', ({ focused }) => /^(Open in panel|Copy card)$/.test(focused));
      // Firefox lets no click in a page open its sidebar.
      if (bench.name === 'chrome') await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await see(page, 'the outcome', ({ outcome, spoken }) => outcome === 'Copied' && spoken === 'Copied');
      await page.focus('#notes');
      await page.keyboard.down('Control');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
      await page.waitForFunction(() => document.querySelector('textarea')?.value !== '');
      const notes = await page.evaluate(() => document.querySelector('textarea')?.value);
      expect(notes).toMatch(/^## AWS Trainium\n\nChip · Amazon\n\n/);
      expect(notes).toMatch(/^- \*\*Argues\*\*: .+ \(§\d .+, paragraph \d\)$/m);
      expect(notes).toMatch(
        /\nSource: Isabella Gonzalez, “The Vertical Integration of Intelligence.+”, undated\n$/,
      );
      await see(page, 'silence again', ({ outcome, spoken }) => outcome === '' && spoken === '');
      await page.close();
    });

    it('says what a correction did, and leaves nothing behind', async () => {
      const page = await open('/article', 'corrected.example');
      await openByKey(page);
      await tabTo(bench, page, 'Wrong sense here');
      await page.keyboard.press('Enter');
      const words = 'On this site, “Trainium” means something else.';
      await see(page, words, ({ spoken, name }) => spoken === words && name === '');
      await waitForNothing(page);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('first');
      await page.close();
    });

    it('offers the panel only where a click in the page may open it', async () => {
      const page = await open('/article');
      await pin(page);
      const hasPanel = await bench.driven.inExtension(() => 'side_panel' in chrome.runtime.getManifest());
      const card = await lookIntoCard(bench, page);
      expect('Open in panel' in (card?.buttons ?? {})).toBe(hasPanel);
      await page.close();
    });

    it('prints neither card nor marks', async () => {
      if (bench.name === 'firefox') return;
      const page = await open('/article');
      await page.emulateMediaType('print');
      const bare = await page.screenshot();
      await page.emulateMediaType('screen');
      await pin(page);
      await page.emulateMediaType('print');
      await page.mouse.move(5, 5);
      expect(Buffer.compare(Buffer.from(await page.screenshot()), Buffer.from(bare))).toBe(0);
      await page.close();
    });

    it('axe finds nothing in a peek, a full card, a followed one and a sheet, light and dark', async () => {
      const found: string[] = [];
      const page = await open('/article');
      const { x, y } = await middleOf(page, '#trainium');
      await restMouse(page, { x, y });
      found.push((await see(page, 'a peek', ({ box }) => box !== null)).html);
      await page.mouse.click(x, y);
      const full = await see(page, 'the full card', ({ relations }) => relations.length > 0);
      found.push(full.html);
      await page.keyboard.press('Escape');
      await openByKey(page);
      await tabTo(bench, page, full.relations[0] ?? '');
      await page.keyboard.press('Enter');
      found.push((await see(page, 'the next card', ({ trail }) => trail.length === 1)).html);
      await page.setViewport({ width: 390, height: 700 });
      found.push((await see(page, 'a sheet', ({ html }) => html.includes('class="sheet"'))).html);
      await page.close();

      expect(await violationsInCards(bench, '/blank', found)).toEqual([]);
    });
  },
  { reducedMotion: true },
);

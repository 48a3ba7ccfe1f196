import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { stepByKey, waitForCard } from '../../scripts/browser/mention';
import { htmlPage, inBrowsers, paintedTexts, waitForPainted } from './in-browsers';

const FILLER = '<p>Nothing of note stands in this paragraph.</p>'.repeat(60);
const ARTICLE = `<button id="first">A control</button>
  <p>Anthropic rents <b id="trainium">Trainium</b> chips, and <b id="inferentia">Inferentia</b> ones.</p>
  ${FILLER}<p>Far below stands <b id="far">Trainium</b> again.</p>`;

const routes = {
  '/article': htmlPage(ARTICLE),
  '/narrow': htmlPage(
    `<p style="height: 420px">Anthropic rents <a id="link" href="#elsewhere">Inferentia</a> chips.</p>
     <p>At the bottom stands <b id="trainium">Trainium</b>.</p><p style="height: 900px">The end.</p>`,
  ),
  '/strict': {
    body: htmlPage('<p>Anthropic rents <b id="trainium">Trainium</b> chips.</p>'),
    headers: { 'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'" },
  },
  '/dialog': htmlPage(
    `<dialog id="dialog"><p>In the dialog, <b id="trainium">Trainium</b> is mentioned.</p></dialog>
     <script>document.querySelector('#dialog').showModal();</script>`,
  ),
  '/hostile': htmlPage(
    `<style>div { display: none !important; opacity: 0 !important } * { pointer-events: none }
       p, b { pointer-events: auto } header { position: fixed; inset: 0 0 auto; height: 20px; z-index: 2147483647 }</style>
     <header></header><p>Anthropic rents <b id="trainium">Trainium</b> chips.</p>`,
  ),
};

/** The box of the open card, as the page sees it: the host lets all points through but the card's own. */
const cardUnder = (page: Page, x: number, y: number) =>
  page.evaluate((left, top) => document.elementFromPoint(left, top)?.matches(':popover-open') === true, x, y);

/** Waits until the card is under a point, and takes the pointer there. */
const waitForCardAt = (page: Page, x: number, y: number) =>
  page.waitForFunction(
    (left, top) => document.elementFromPoint(left, top)?.matches(':popover-open') === true,
    {},
    x,
    y,
  );
const waitForNoCard = (page: Page) =>
  page.waitForFunction(() => document.querySelector('[popover]') === null);

async function boxOf(page: Page, selector: string) {
  const box = await (await page.$(selector))?.boundingBox();
  if (!box) throw new Error(`${selector} is not on the page`);
  return box;
}

/** The term must be on the page and painted; then the pointer comes to rest on it. */
async function restOn(page: Page, selector: string): Promise<void> {
  const { x, y, width, height } = await boxOf(page, selector);
  await page.mouse.move(x + width / 2 - 3, y + height / 2);
  await page.mouse.move(x + width / 2, y + height / 2);
}

inBrowsers(
  'the card',
  routes,
  (bench) => {
    async function open(path: string, marked: readonly string[]): Promise<Page> {
      const page = await bench.open(path);
      await waitForPainted(page, marked);
      await page.bringToFront();
      return page;
    }

    it('opens under a resting pointer beside its line, stays under it, and closes on Escape', async () => {
      const page = await open('/article', ['Anthropic', 'Trainium', 'Inferentia', 'Trainium']);
      await page.evaluate(() => {
        (window as unknown as { escapes: number }).escapes = 0;
        window.addEventListener('keydown', (event) => {
          if (event.key === 'Escape') (window as unknown as { escapes: number }).escapes++;
        });
      });
      await restOn(page, '#trainium');
      await waitForCard(page);
      const term = await boxOf(page, '#trainium');
      await waitForCardAt(page, term.x + 20, term.y + term.height + 40);
      expect(await cardUnder(page, term.x + 5, term.y + term.height / 2)).toBe(false);
      // Across the corridor and onto the card: it stays.
      await page.mouse.move(term.x + 20, term.y + term.height + 3, { steps: 3 });
      await page.mouse.move(term.x + 20, term.y + term.height + 40, { steps: 3 });
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
      const escapes = () => page.evaluate(() => (window as unknown as { escapes: number }).escapes);
      expect(await escapes()).toBe(0);
      await page.keyboard.press('Escape');
      expect(await escapes()).toBe(1);
      await page.close();
    });

    it('closes when the pointer goes elsewhere, unless it was pinned by a click', async () => {
      const page = await open('/article', ['Anthropic', 'Trainium', 'Inferentia', 'Trainium']);
      await restOn(page, '#trainium');
      await waitForCard(page);
      await page.mouse.move(900, 500, { steps: 4 });
      await waitForNoCard(page);
      await page.click('#inferentia');
      await waitForCard(page);
      await page.waitForFunction(() => CSS.highlights.has('reading-note-pinned'));
      await page.mouse.move(900, 500, { steps: 4 });
      await restOn(page, '#trainium');
      // A hover card opens beside the pinned one; Escape closes the hover card first.
      await page.waitForFunction(() => CSS.highlights.has('reading-note-open'));
      await page.keyboard.press('Escape');
      await page.waitForFunction(
        () => !CSS.highlights.has('reading-note-open') && CSS.highlights.has('reading-note-pinned'),
      );
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
      await page.close();
    });

    it('stays open while text comes in beside its term', async () => {
      const page = await open('/article', ['Anthropic', 'Trainium', 'Inferentia', 'Trainium']);
      await restOn(page, '#trainium');
      await waitForCard(page);
      await page.evaluate(() =>
        document.querySelector('#trainium')?.parentElement?.append(' NVIDIA sells others.'),
      );
      await waitForPainted(page, ['Anthropic', 'Inferentia', 'Trainium', 'NVIDIA']);
      const marks = await paintedTexts(page, 'reading-note-open');
      expect(marks).toEqual(['Trainium']);
      expect(await page.evaluate(() => document.querySelector(':popover-open') !== null)).toBe(true);
      await page.close();
    });

    it('does all that by keyboard alone: step, open, focus, close, and give the focus back', async () => {
      const page = await open('/article', ['Anthropic', 'Trainium', 'Inferentia', 'Trainium']);
      await page.focus('#first');
      await stepByKey(page);
      await waitForCard(page);
      await stepByKey(page);
      await stepByKey(page);
      await stepByKey(page);
      // The fourth mention is far below: it was scrolled to.
      await page.waitForFunction(() => {
        const { top = -1 } = document.querySelector('#far')?.getBoundingClientRect() ?? {};
        return top > 0 && top < innerHeight;
      });
      await stepByKey(page, -1);
      await page.waitForFunction(
        () => scrollY === 0 || (document.querySelector('#inferentia')?.getBoundingClientRect().top ?? -1) > 0,
      );
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.matches(':popover-open') === true);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.activeElement?.id === 'first');
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
      await page.close();
    });

    it('is a sheet at the bottom of a narrow window, with its term above it; a tap in a link is the link’s', async () => {
      const page = await open('/narrow', ['Anthropic', 'Trainium', 'Inferentia']);
      await page.setViewport({ width: 390, height: 700, hasTouch: true });
      const link = await boxOf(page, '#link');
      await page.touchscreen.tap(link.x + link.width / 2, link.y + link.height / 2);
      await page.waitForFunction(() => location.hash === '#elsewhere');
      expect(await page.evaluate(() => document.querySelector('[popover]'))).toBe(null);
      const before = await boxOf(page, '#trainium');
      await page.touchscreen.tap(before.x + before.width / 2, before.y + before.height / 2);
      await waitForCard(page);
      await page.waitForFunction(
        () => document.elementFromPoint(5, innerHeight - 5)?.matches(':popover-open') === true,
      );
      const term = await boxOf(page, '#trainium');
      expect(await cardUnder(page, term.x + 5, term.y + term.height / 2)).toBe(false);
      await page.touchscreen.tap(200, 10);
      await waitForNoCard(page);
      await page.close();
    });

    it("opens under default-src 'none' and required trusted types", async () => {
      const page = await open('/strict', ['Anthropic', 'Trainium']);
      await restOn(page, '#trainium');
      await waitForCard(page);
      const term = await boxOf(page, '#trainium');
      await waitForCardAt(page, term.x + 20, term.y + term.height + 40);
      await page.close();
    });

    it('is not buried by a modal dialog, nor dead under it', async () => {
      const page = await open('/dialog', ['Trainium']);
      await restOn(page, '#trainium');
      await waitForCard(page);
      const term = await boxOf(page, '#trainium');
      // An inert card would let the point through to the dialog's backdrop.
      await waitForCardAt(page, term.x + 20, term.y + term.height + 60);
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
      expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
      await page.close();
    });

    it('shows over a page that hides every div', async () => {
      const page = await open('/hostile', ['Anthropic', 'Trainium']);
      await restOn(page, '#trainium');
      await waitForCard(page);
      expect(
        await page.evaluate(
          () => getComputedStyle(document.querySelector(':popover-open') as Element).display,
        ),
      ).toBe('block');
      await page.close();
    });

    it('ignores what a script does in place of the reader', async () => {
      const page = await open('/article', ['Anthropic', 'Trainium', 'Inferentia', 'Trainium']);
      await page.evaluate(() => {
        const term = document.querySelector('#trainium') as HTMLElement;
        const { x, y } = term.getBoundingClientRect();
        for (const type of ['pointermove', 'click'])
          term.dispatchEvent(new PointerEvent(type, { clientX: x + 5, clientY: y + 5, bubbles: true }));
        const keys = { code: 'Period', key: '>', altKey: true, shiftKey: true, bubbles: true };
        document.body.dispatchEvent(new KeyboardEvent('keydown', keys));
      });
      // A card of the reader's own opens afterwards, so a card for the script would have shown first.
      await restOn(page, '#inferentia');
      await page.waitForFunction(() => CSS.highlights.has('reading-note-open'));
      const open_ = await page.evaluate(() => {
        const marks = [...(CSS.highlights.get('reading-note-open') as unknown as Iterable<AbstractRange>)];
        return [
          marks.length,
          marks[0]?.startContainer.parentElement?.id,
          CSS.highlights.has('reading-note-pinned'),
        ];
      });
      expect(open_).toEqual([1, 'inferentia', false]);
      await page.close();
    });
  },
  { everyMention: true },
);

import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { restMouse, waitForCard } from '../../scripts/browser/mention';
import { waitFor } from '../../scripts/browser/wait';
import { type Bench, htmlPage, inBrowsers, waitForPainted } from './in-browsers';
import { waitInCard } from './in-card';

const FILLER = 'Some words stand here so that there is text, and it goes on for a while. ';
const paragraph = () => `<p>${FILLER.repeat(6)}Anthropic rents Trainium chips. ${FILLER.repeat(4)}</p>`;
/** A page whose first term is at a height of the window. */
const page = (y: number, style = 'background: #fff') =>
  htmlPage(
    `<style>body { margin: 0; font: 18px/29px serif; ${style} } main { max-width: 680px; margin: 0 auto }</style>
     <main><div style="height: ${y - 14}px"></div><p style="margin: 0">${FILLER}<b id="term">Trainium</b> stands here.
     ${FILLER.repeat(4)}</p>${Array.from({ length: 19 }, paragraph).join('')}</main>`,
  );
const HEIGHTS = [120, 240, 340, 344, 450, 560, 640];
const routes = {
  ...Object.fromEntries(HEIGHTS.map((y) => [`/at/${y}`, page(y)])),
  '/low': htmlPage(
    `<div style="height: 130px"></div><p><b id="term">Trainium</b> stands here.</p>${paragraph().repeat(9)}`,
  ),
  '/light': page(300),
  '/dark': page(300, 'background: #14161a; color: #ccc'),
};
/** A window of 1366 by 768 pixels, less what the browser has around the page. */
const WINDOW = { width: 1366, height: 688 };
const LEAST_CONTENT = 420;
/** What is marked where the reader knows Trainium. */
const WITHOUT = Array.from({ length: 19 }, () => 'Anthropic');

inBrowsers(
  'the room of a card',
  routes,
  (bench) => {
    async function open(path: string): Promise<Page> {
      const opened = await bench.driven.open(bench.served.url(path), WINDOW);
      await bench.driven.waitForReport(opened);
      await opened.bringToFront();
      return opened;
    }

    async function openPeek(opened: Page): Promise<{ x: number; y: number }> {
      const box = await (await opened.$('#term'))?.boundingBox();
      if (!box) throw new Error('There is no term.');
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      await opened.mouse.move(5, 5);
      await restMouse(opened, at);
      await waitForCard(opened);
      return at;
    }

    it('shows a peek whole in half a laptop’s window, which is what 200 % leave, with its term in the middle', async () => {
      const heights: number[] = [];
      for (const size of [WINDOW, { width: 683, height: 344 }]) {
        const opened = await bench.driven.open(bench.served.url('/low'), size);
        await bench.driven.waitForReport(opened);
        await opened.bringToFront();
        await openPeek(opened);
        const { box } = await waitInCard(bench, opened, 'the peek', ({ box: found }) => found !== null);
        heights.push(Math.round(box?.height ?? 0));
        await opened.close();
      }
      expect(heights[0]).toBeGreaterThan(200);
      expect(heights[1]).toBe(heights[0]);
    });

    it.each(HEIGHTS)(
      'shows enough of it in full with its term at %d pixels, and never less than before the click',
      async (y) => {
        const opened = await open(`/at/${y}`);
        await openPeek(opened);
        const peek = await waitInCard(bench, opened, 'the peek', ({ box }) => box !== null);
        const { x = 0, y: top = 0, height = 0 } = peek.box ?? {};
        await restMouse(opened, { x: x + 60, y: top + height / 2 });
        await opened.mouse.click(x + 60, top + height / 2);
        const full = await waitInCard(
          bench,
          opened,
          'the card in full',
          ({ relations }) => relations.length > 0,
        );
        expect(full.box?.height).toBeGreaterThanOrEqual(height);
        expect(await contentHeight(bench, opened)).toBeGreaterThanOrEqual(LEAST_CONTENT);
        await opened.close();
      },
    );

    it('keeps the card and its arrows in place over ten steps, and each term in sight', async () => {
      const opened = await open('/light');
      const term = await openPeek(opened);
      await opened.mouse.click(term.x, term.y);
      const first = await waitInCard(bench, opened, 'the card', ({ buttons }) => 'Next mention' in buttons);
      const next = first.buttons['Next mention'];
      if (!next) throw new Error('The card has no arrow.');
      for (let step = 2; step <= 11; step++) {
        await opened.mouse.click(next.x + next.width / 2, next.y + next.height / 2);
        const stepped = await waitInCard(bench, opened, `step ${step}`, ({ html }) =>
          html.includes(`${step} of 20`),
        );
        expect(stepped.buttons['Next mention']).toEqual(next);
        expect(stepped.box).toEqual(first.box);
      }
      await opened.close();
    });

    it.each([
      ['/light', 'light'],
      ['/dark', 'dark'],
    ])('has the tone of the page: %s', async (path, tone) => {
      const opened = await open(path);
      await openPeek(opened);
      const { html } = await waitInCard(bench, opened, 'the card', ({ box }) => box !== null);
      expect(html).toContain(`data-tone="${tone}"`);
      await opened.close();
    });

    it('says what a correction has changed where the card was, and takes it back', async () => {
      const opened = await open('/light');
      const term = await openPeek(opened);
      await opened.mouse.click(term.x, term.y);
      const more = (await waitInCard(bench, opened, 'the card', ({ buttons }) => 'More actions' in buttons))
        .buttons['More actions'];
      if (!more) throw new Error('The card has no menu.');
      await opened.mouse.click(more.x + 5, more.y + 5);
      await waitInCard(
        bench,
        opened,
        'the menu',
        ({ focused }) => focused.startsWith('Open in panel') || focused.startsWith('Copy card'),
      );
      await opened.keyboard.press('End');
      await opened.keyboard.press('Enter');
      await waitFor(
        'the toast',
        async () => (await toastIn(bench, opened))?.includes('is no longer marked') || undefined,
      );
      await waitForPainted(opened, WITHOUT);
      await pressUndo(bench, opened);
      await waitForPainted(opened, [...WITHOUT, ...Array.from({ length: 20 }, () => 'Trainium')]);
      await opened.close();
    });
  },
  { everyMention: true },
);

/** Height of what scrolls in the topmost card, in pixels. */
async function contentHeight(bench: Bench, opened: Page): Promise<number> {
  return (await inRoot(bench, opened, '.body'))?.height ?? 0;
}

async function toastIn(bench: Bench, opened: Page): Promise<string | undefined> {
  return (await inRoot(bench, opened, '.toast'))?.text;
}

async function pressUndo(bench: Bench, opened: Page): Promise<void> {
  const box = await waitFor(
    'the button',
    async () => (await inRoot(bench, opened, '.toast .undo')) ?? undefined,
  );
  await opened.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** The last element that matches, in what is drawn over the page. */
async function inRoot(bench: Bench, opened: Page, selector: string) {
  const tabId = await bench.driven.tabIdOf(opened);
  return bench.driven.inExtension(
    async (id, wanted) => {
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId: id },
        args: [wanted],
        func: (within) => {
          const host = document.querySelector<HTMLElement>('[popover="manual"]:popover-open');
          if (!host) return null;
          const opener = host as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot };
          const root = opener.openOrClosedShadowRoot ?? chrome.dom.openOrClosedShadowRoot(host);
          const element = [...(root?.querySelectorAll(within) ?? [])].at(-1);
          if (!element) return null;
          const { x, y, width, height } = element.getBoundingClientRect();
          return { x, y, width, height, text: element.textContent ?? '' };
        },
      });
      return answer?.result ?? null;
    },
    tabId,
    selector,
  );
}

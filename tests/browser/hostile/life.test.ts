import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'puppeteer-core';
import { afterEach, expect, it } from 'vitest';
import { findMention, restMouse, stepByKey, waitForCard } from '../../../scripts/browser/mention';
import { waitFor } from '../../../scripts/browser/wait';
import { htmlPage, inBrowsers, paintedTexts, waitForPainted } from '../in-browsers';
import { waitInCard } from '../in-card';
import { hostilePages } from './pages';

const MARKED = ['Anthropic', 'Trainium'];
const KEPT = { 'cache-control': 'max-age=60' };

const routes = {
  ...hostilePages,
  '/article': htmlPage('<p>Anthropic rents <b id="term">Trainium</b> chips.</p>'),
  '/with-frame': htmlPage('<p>Anthropic rents chips.</p><iframe src="/article" width="400"></iframe>'),
  // The browser keeps these for its history, whole.
  '/kept': { body: htmlPage('<p>Anthropic rents <b id="term">Trainium</b> chips.</p>'), headers: KEPT },
  '/next': { body: htmlPage('<p>Nothing of note.</p>'), headers: KEPT },
};

/** How many of our cards a reader sees, and whether marks are painted, in a tab's top document. */
const seenOf = (page: Page) =>
  page.evaluate(() => {
    const hosts = [...document.querySelectorAll('[popover="manual"]:not(.own)')];
    const isPainted = (name: string) =>
      getComputedStyle(document.body, `::highlight(${name})`).textDecorationLine !== 'none';
    return {
      cards: hosts.filter((host) => getComputedStyle(host).display !== 'none').length,
      isMarked: ['reading-note', 'reading-note-open', 'reading-note-pinned'].some(
        (name) => CSS.highlights.has(name) && isPainted(name),
      ),
    };
  });

async function waitForNothing(page: Page): Promise<void> {
  await waitFor('the page to be bare', async () => {
    const { cards, isMarked } = await seenOf(page);
    return (cards === 0 && !isMarked) || undefined;
  });
}

async function restOn(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  // Whatever was under the pointer is so no more.
  await page.mouse.move(2, 2);
  const point = await findMention(page, text);
  if (!point) throw new Error(`No ${text} on the page`);
  await restMouse(page, point);
  await waitForCard(page);
}

async function pinCard(page: Page, text: string): Promise<void> {
  await restOn(page, text);
  const point = await findMention(page, text);
  if (point) await page.mouse.click(point.x, point.y);
  await page.waitForFunction(() => CSS.highlights.has('reading-note-pinned'));
}

async function closeCard(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.mouse.move(2, 2, { steps: 4 });
  await page.waitForFunction(() => document.querySelector('[popover="manual"]:not(.own)') === null);
}

/** The document in a frame, or in the frame inside it. */
async function frameIn(page: Page, name: string): Promise<Frame> {
  const frame = await (await page.$(`iframe[name="${name}"]`))?.contentFrame();
  const inner = (await (await frame?.$('iframe'))?.contentFrame()) ?? frame;
  if (!inner) throw new Error(`No frame ${name}`);
  return inner;
}

const isMarked = (frame: Frame) =>
  frame.evaluate(
    () =>
      CSS.highlights.get('reading-note')?.size === 1 &&
      getComputedStyle(document.body, '::highlight(reading-note)').textDecorationLine !== 'none',
  );

async function waitInFrame(page: Page, name: string, marked: boolean): Promise<void> {
  const frame = await frameIn(page, name);
  await waitFor(`${name} ${marked ? 'to be marked' : 'to be bare'}`, async () =>
    (await isMarked(frame)) === marked ? true : undefined,
  );
}

/** Between two documents there is nobody to ask. */
const isAt = (page: Page, path: string) =>
  page
    .evaluate((wanted) => location.pathname === wanted && document.readyState === 'complete', path)
    .then((isThere) => isThere || undefined)
    .catch(() => undefined);

/** Leaves a page by a link of its own, and comes back to it; the driver's own navigation is not told of pages kept. */
async function leave(page: Page, url: string): Promise<void> {
  await page.evaluate((to) => {
    setTimeout(() => {
      location.href = to;
    });
  }, url);
  await waitFor('the next page', () => isAt(page, new URL(url).pathname));
}

async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    setTimeout(() => history.back());
  });
  await waitFor('the page to come back', () => isAt(page, '/kept'));
}

inBrowsers(
  'the extension’s life',
  routes,
  (bench) => {
    const pages: Page[] = [];
    const open = async (path: string, marked: readonly string[] = MARKED) => {
      const page = await bench.open(path);
      pages.push(page);
      await page.bringToFront();
      await waitForPainted(page, marked);
      return page;
    };
    afterEach(async () => {
      for (const page of pages.splice(0)) await page.close();
    });

    it('leaves no dead card and no ghost at an update, and open tabs work on', async () => {
      const framed = await open('/with-frame', ['Anthropic']);
      const resting = await open('/article');
      const pinned = await open('/article');
      await pinCard(pinned, 'Trainium');

      await bench.driven.updateExtension();
      for (const page of [pinned, resting]) await waitForPainted(page, MARKED);
      await waitForPainted(framed, ['Anthropic']);
      for (const page of [pinned, resting, framed])
        expect(await page.evaluate(() => document.querySelectorAll('[popover]').length)).toBe(0);
      expect(await pinned.evaluate(() => CSS.highlights.has('reading-note-pinned'))).toBe(false);

      for (const page of [resting, pinned]) {
        await restOn(page, 'Trainium');
        expect((await waitInCard(bench, page, 'the card', ({ name }) => name !== '')).name).toMatch(
          /Trainium/,
        );
        expect(await page.evaluate(() => document.querySelectorAll('[popover]').length)).toBe(1);
        await closeCard(page);
        await waitForPainted(page, MARKED);
        await bench.driven.waitForBadge(page, '2');
      }
      await bench.driven.waitForBadge(framed, '3');
      const popup = await bench.driven.openPopup(pinned);
      await popup.waitForFunction(() => /2 mentions of 2 cards/.test(document.body.innerText), {
        polling: 50,
      });
      await popup.close();
      await pinned.bringToFront();
      await stepByKey(pinned);
      await waitInCard(bench, pinned, 'the ring', ({ ring }) => ring !== null);
    });

    it('starts one session a tab, however often it is updated', async () => {
      const page = await open('/article');
      for (let times = 0; times < 3; times++) {
        await restOn(page, 'Anthropic');
        await bench.driven.updateExtension();
        await waitForPainted(page, MARKED);
      }
      await pinCard(page, 'Trainium');
      await restOn(page, 'Anthropic');
      expect(await page.evaluate(() => document.querySelectorAll('[popover]').length)).toBe(1);
      await bench.driven.waitForBadge(page, '2');
    });

    it('takes all away when it is switched off, and begins anew when it is switched on', async () => {
      const page = await open('/life-field.html');
      const behind = await open('/with-frame', ['Anthropic']);
      await page.bringToFront();
      await stepByKey(page);
      await waitInCard(bench, page, 'the ring', ({ ring }) => ring !== null);
      await page.keyboard.press('Enter');
      await waitInCard(bench, page, 'the focus in the card', ({ focused }) => focused !== '');

      await bench.driven.setExtensionEnabled(false);
      await page.bringToFront();
      await waitForNothing(page);
      expect(await page.evaluate(() => document.activeElement?.matches('[popover]'))).toBe(false);
      // No script is left in Firefox that could end the card's being modal: a click does.
      if (bench.name === 'firefox') await page.mouse.click(2, 2);
      await page.mouse.move(2, 2);
      await page.focus('#field');
      await page.keyboard.type('a?');
      expect(await page.$eval('#field', (field) => (field as HTMLInputElement).value)).toBe('a?');
      await page.click('#button');
      expect(await page.$eval('#button', ({ textContent }) => textContent)).toBe('Pressed');
      await page.hover('#term');
      await behind.bringToFront();
      await waitForNothing(behind);

      await bench.driven.setExtensionEnabled(true);
      await waitForPainted(page, MARKED);
      await waitForPainted(behind, ['Anthropic']);
      await restOn(page, 'Trainium');
      await closeCard(page);
      expect(await page.evaluate(() => document.querySelectorAll('[popover]').length)).toBe(0);
    });

    it('leaves every pixel as on the page without it', async () => {
      const page = await open('/life-field.html');
      await pinCard(page, 'Trainium');
      await bench.driven.setExtensionEnabled(false);
      await page.bringToFront();
      await waitForNothing(page);
      await page.mouse.move(600, 500);
      const after = await page.screenshot({ encoding: 'base64' });
      await page.reload();
      await page.mouse.move(600, 500);
      expect(after === (await page.screenshot({ encoding: 'base64' }))).toBe(true);
      await bench.driven.setExtensionEnabled(true);
      await waitForPainted(page, MARKED);
    });

    it('takes all away when it is removed, and a new installation works in the same tab', async () => {
      const page = await open('/article');
      await pinCard(page, 'Trainium');
      await bench.driven.removeExtension();
      // Chromium tells a script nothing: it learns of it with what the reader does next.
      await page.mouse.move(300, 400);
      await waitForNothing(page);
      await bench.driven.reinstallExtension();
      await waitForPainted(page, MARKED);
      await restOn(page, 'Trainium');
      await closeCard(page);
      await bench.driven.waitForBadge(page, '2');
    });

    it('removes nothing that is the page’s own', async () => {
      const page = await open('/life-look-alikes.html');
      const own = () =>
        page.evaluate(() => ({
          elements: document.querySelectorAll('.own').length,
          open: document.querySelectorAll('.own:popover-open').length,
          highlight: CSS.highlights.get('reading-note-own')?.size,
        }));
      const before = await own();
      expect(before).toEqual({ elements: 3, open: 2, highlight: 1 });
      await pinCard(page, 'Trainium');
      await bench.driven.updateExtension();
      await waitForPainted(page, MARKED);
      expect(await own()).toEqual(before);
      expect(await page.evaluate(() => document.querySelectorAll('[popover]:not(.own)').length)).toBe(0);
    });

    it('clears a dialog in a shadow root, and reads no dead card', async () => {
      const page = await bench.open('/life-shadow-dialog.html');
      pages.push(page);
      await page.bringToFront();
      await waitForPainted(page, MARKED);
      const hosts = () =>
        page.evaluate(
          () => document.querySelector('#host')?.shadowRoot?.querySelectorAll('[popover]').length ?? 0,
        );
      const rest = async () => {
        const point = await page.evaluate(() => {
          const box = document
            .querySelector('#host')
            ?.shadowRoot?.querySelector('#term')
            ?.getBoundingClientRect();
          return { x: (box?.left ?? 0) + 10, y: (box?.top ?? 0) + 8 };
        });
        await page.mouse.move(2, 2);
        await restMouse(page, point);
        await waitFor('the card in the dialog', async () => (await hosts()) === 1 || undefined);
      };
      await rest();
      await bench.driven.updateExtension();
      await waitForPainted(page, MARKED);
      await waitFor('the dead card to go', async () => (await hosts()) === 0 || undefined);
      await bench.driven.waitForBadge(page, '2');
      await rest();
    });

    it('starts anew in every frame, and waits for none that never comes', async () => {
      const silent = createServer(() => {});
      await new Promise<void>((listening) => {
        silent.listen(0, '127.0.0.1', listening);
      });
      try {
        const page = await open('/life-frames.html');
        const frames = ['srcdoc', 'sandboxed', 'nested'];
        for (const name of frames) await waitInFrame(page, name, true);
        await page.evaluate(
          (port) => {
            const frame = document.createElement('iframe');
            frame.src = `http://127.0.0.1:${port}/`;
            document.body.append(frame);
          },
          (silent.address() as AddressInfo).port,
        );
        await bench.driven.updateExtension();
        await bench.driven.waitForBadge(page, '5');
        await waitForPainted(page, MARKED);
        for (const name of frames) await waitInFrame(page, name, true);
        await bench.driven.setExtensionEnabled(false);
        await page.bringToFront();
        for (const name of frames) await waitInFrame(page, name, false);
        await bench.driven.setExtensionEnabled(true);
        await waitForPainted(page, MARKED);
      } finally {
        silent.closeAllConnections();
        silent.close();
      }
    });

    it('leaves nothing on a page that the browser kept for its history', async () => {
      const openAndLeave = async () => {
        const page = await open('/kept');
        await pinCard(page, 'Trainium');
        await leave(page, bench.served.url('/next'));
        return page;
      };
      const returning = await openAndLeave();
      await comeBack(returning);
      await waitForPainted(returning, MARKED);
      await pinCard(returning, 'Trainium');

      const updated = await openAndLeave();
      await bench.driven.updateExtension();
      await updated.bringToFront();
      await comeBack(updated);
      await waitForPainted(updated, MARKED);
      expect(await updated.evaluate(() => document.querySelectorAll('[popover]').length)).toBe(0);
      await pinCard(updated, 'Trainium');

      const off = await openAndLeave();
      await bench.driven.setExtensionEnabled(false);
      await off.bringToFront();
      await comeBack(off);
      await waitForNothing(off);
      expect(await paintedTexts(off)).toEqual([]);
      await bench.driven.setExtensionEnabled(true);
      await waitForPainted(off, MARKED);
    });
  },
  { own: true },
);

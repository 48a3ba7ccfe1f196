import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { findMention, restMouse, stepByKey, waitForCard } from '../../../scripts/browser/mention';
import { waitFor } from '../../../scripts/browser/wait';
import { type Bench, inBrowsers } from '../in-browsers';
import { lookIntoCard, tabTo, waitInCard } from '../in-card';
import { hostilePages } from './pages';

inBrowsers(
  'what is meant for a card, on a page that takes events',
  hostilePages,
  (bench) => {
    it.each(['/wheel.html', '/events-late.html'])('a wheel over it scrolls it: %s', async (path) => {
      const page = await bench.open(path);
      if (path === '/events-late.html') {
        await bench.driven.waitForReport(page);
        await page.evaluate(() => (window as unknown as { bring(): void }).bring());
      }
      await ready(bench, page);
      const card = await pin(bench, page);
      await page.mouse.move(card.x + card.width / 2, card.y + card.height / 2);
      await page.mouse.wheel({ deltaY: 120 });
      await waitFor('the card to scroll', async () => (await scrolledIn(bench, page)) > 50 || undefined);
      // Where the page was first, it has scrolled itself before we hear of it.
      if (path === '/wheel.html') expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.close();
    });

    it('a click on it closes nothing of the page, though the page was first', async () => {
      const page = await bench.open('/events-late.html');
      await bench.driven.waitForReport(page);
      await page.evaluate(() => (window as unknown as { bring(): void }).bring());
      await ready(bench, page);
      await pin(bench, page);
      const outside = () => page.evaluate(() => (window as unknown as { outside: number }).outside);
      const before = await outside();
      await click(bench, page, 'Unpin');
      await page.waitForFunction(() => document.querySelector('[popover]') === null);
      expect(await outside()).toBe(before);
      await page.close();
    });

    it.each(['/trap-bubble.html', '/events-focus-taken.html'])(
      'the focus stays in a card that a key opened, walks through it, and goes back: %s',
      async (path) => {
        const page = await bench.open(path);
        await ready(bench, page);
        const before = await page.evaluate(() => document.activeElement?.id);
        await openByKey(bench, page);
        await tabTo(bench, page, 'Pin', true);
        await waitInCard(bench, page, 'the focus on a button', ({ focused }) => focused === 'Pin');
        await page.keyboard.press('Escape');
        await page.waitForFunction((id) => document.activeElement?.id === id, {}, before);
        await page.close();
      },
    );

    it('opens and closes by the pointer, though the page takes its moves', async () => {
      const page = await bench.open('/events-pointer-taken.html');
      await ready(bench, page);
      const point = await findMention(page, 'Trainium');
      if (!point) throw new Error('Trainium is not marked');
      await restMouse(page, point);
      await waitForCard(page);
      await page.mouse.move(20, 760, { steps: 3 });
      await page.waitForFunction(() => document.querySelector('[popover]') === null);
      await page.close();
    });

    it.each(['/keys-swallowed.html', '/events-all-taken.html'])(
      'Enter opens it and Escape closes it: %s',
      async (path) => {
        const page = await bench.open(path);
        await ready(bench, page);
        await openByKey(bench, page);
        await page.keyboard.press('Escape');
        await waitInCard(bench, page, 'the ring alone', ({ name, ring }) => name === '' && ring !== null);
        await page.close();
      },
    );

    it('a press outside ends that all else is inert', async () => {
      const page = await bench.open('/trap-bubble.html');
      await ready(bench, page);
      await openByKey(bench, page);
      await page.mouse.click(20, 760);
      await page.waitForFunction(() => document.querySelector('[popover]') === null);
      await page.click('#b2');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('b2');
      await page.close();
    });

    it('the shortcut opens the next mention’s card, and closes it', async () => {
      const page = await bench.open('/events-all-taken.html');
      await ready(bench, page);
      await pressOpen(page);
      await waitInCard(bench, page, 'the first card', ({ focused, ring }) => focused !== '' && ring !== null);
      await page.keyboard.press('Escape');
      await waitInCard(bench, page, 'the ring alone', ({ name, ring }) => name === '' && ring !== null);
      await pressOpen(page);
      await waitInCard(bench, page, 'the card again', ({ focused }) => focused !== '');
      await page.close();
    });

    it('reaches it and not the page: clicks, summaries, selection', async () => {
      const page = await bench.open('/events-all-taken.html');
      await ready(bench, page);
      await restMouse(page, (await findMention(page, 'Trainium')) ?? { x: 0, y: 0 });
      await waitInCard(bench, page, 'the card', ({ html }) => html.includes('translate'));
      await click(bench, page, 'Pin');
      const { box } = await waitInCard(bench, page, 'the pinned card', ({ buttons }) => 'Unpin' in buttons);
      if (!box) throw new Error('The card shows nothing');
      await page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
      await page.mouse.move(box.x + 20, box.y + 80);
      await page.mouse.down();
      await page.mouse.move(box.x + 250, box.y + 80, { steps: 4 });
      await page.mouse.up();
      expect(await page.evaluate(() => getSelection()?.toString().length ?? 0)).toBeGreaterThan(8);
      const { html } = (await lookIntoCard(bench, page)) ?? { html: '' };
      expect(html).not.toContain('<details class="why" open');
      await click(bench, page, 'More actions');
      await waitInCard(bench, page, 'the menu', ({ buttons }) => 'Why this card?' in buttons);
      await click(bench, page, 'Why this card?');
      await waitInCard(bench, page, 'the reasons', (card) => /<details[^>]* open/.test(card.html));
      await click(bench, page, 'Unpin');
      await page.waitForFunction(() => document.querySelector('[popover]') === null);
      expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
      await page.close();
    });
  },
  { reducedMotion: true },
);

async function ready(bench: Bench, page: Page): Promise<void> {
  await bench.driven.waitForReport(page, ({ total }) => total >= 3);
  await page.bringToFront();
}

/** Pins the card of Trainium, and waits until it is in its place. */
async function pin(bench: Bench, page: Page) {
  const point = await findMention(page, 'Trainium');
  if (!point) throw new Error('Trainium is not marked');
  await restMouse(page, point);
  await waitForCard(page);
  await page.mouse.click(point.x, point.y);
  const { box } = await waitInCard(
    bench,
    page,
    'a pinned card in its place',
    ({ buttons, html }) => 'Unpin' in buttons && html.includes('translate'),
  );
  if (!box) throw new Error('The card shows nothing');
  return box;
}

async function click(bench: Bench, page: Page, button: string): Promise<void> {
  const at = (await lookIntoCard(bench, page))?.buttons[button];
  if (!at) throw new Error(`No button ${button}`);
  await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
}

/** Goes to the first mention by key, and opens its card. */
async function openByKey(bench: Bench, page: Page): Promise<void> {
  await stepByKey(page);
  await waitInCard(bench, page, 'the ring', ({ ring }) => ring !== null);
  await page.keyboard.press('Enter');
  await waitInCard(
    bench,
    page,
    'the focus in the card',
    ({ name, focused }) => name !== '' && focused === name,
  );
}

async function pressOpen(page: Page): Promise<void> {
  await page.keyboard.down('Alt');
  await page.keyboard.down('Shift');
  await page.keyboard.press('KeyO');
  await page.keyboard.up('Shift');
  await page.keyboard.up('Alt');
}

/** How far what scrolls in the card is scrolled, in pixels. */
async function scrolledIn(bench: Bench, page: Page): Promise<number> {
  const tabId = await bench.driven.tabIdOf(page);
  return bench.driven.inExtension(async (id) => {
    const [answer] = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: () => {
        const host = document.querySelector<HTMLElement>('[popover="manual"]:popover-open');
        if (!host) return 0;
        const opener = host as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot };
        const root = opener.openOrClosedShadowRoot ?? chrome.dom.openOrClosedShadowRoot(host);
        return Math.max(...[...(root?.querySelectorAll('*') ?? [])].map(({ scrollTop }) => scrollTop));
      },
    });
    return answer?.result ?? 0;
  }, tabId);
}

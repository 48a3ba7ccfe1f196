import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { findMention, restMouse, stepByKey, waitForCard } from '../../../scripts/browser/mention';
import { type Bench, inBrowsers } from '../in-browsers';
import { lookIntoCard, waitInCard } from '../in-card';
import { hostilePages } from './pages';

/** What `top-shadow-dialog.html` has at hand. */
interface Dialogs {
  readonly root: ShadowRoot;
  show(index: number): void;
  end(): void;
}

inBrowsers(
  'cards on top of what a page shows after them',
  hostilePages,
  (bench) => {
    it('are seen in full screen, one pinned before and one opened there', async () => {
      const page = await openPage(bench, '/fullscreen.html');
      await pin(bench, page, 'Trainium');
      await page.evaluate(() => document.querySelector<HTMLElement>('#go')?.focus());
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.fullscreenElement !== null);
      await restOn(page, 'Inferentia');
      await waitInCard(bench, page, 'the second card', ({ name }) => name === 'AWS Inferentia');
      await isOnTop(bench, page);
      await page.close();
    });

    it('open by key in a popover of the page, which stays open', async () => {
      const page = await openPage(bench, '/top-light-popover.html');
      await stepByKey(page);
      await waitInCard(bench, page, 'the ring', ({ ring }) => ring !== null);
      await page.keyboard.press('Enter');
      await waitInCard(
        bench,
        page,
        'the focus in the card',
        ({ name, focused }) => name !== '' && focused === name,
      );
      await isOnTop(bench, page);
      expect(await page.evaluate(() => document.querySelector('#own')?.matches(':popover-open'))).toBe(true);
      await page.keyboard.press('Escape');
      await waitInCard(bench, page, 'the ring alone', ({ name, ring }) => name === '' && ring !== null);
      expect(await page.evaluate(() => document.querySelector('#own')?.matches(':popover-open'))).toBe(true);
      await page.close();
    });

    it('can be clicked over modal dialogs in a closed shadow root, and outlive them', async () => {
      const page = await openPage(bench, '/top-shadow-dialog.html');
      await pin(bench, page, 'Trainium');
      const { buttons, box } = (await lookIntoCard(bench, page)) ?? {};
      const pinAt = buttons?.['Unpin'];
      if (!pinAt || !box) throw new Error('No card is open');
      for (const index of [0, 1]) {
        await page.evaluate((n) => (window as unknown as Dialogs).show(n), index);
        await page.mouse.move(30, 500 + index * 20, { steps: 2 });
        await page.waitForFunction(
          (x, y) => (window as unknown as Dialogs).root.elementFromPoint(x, y)?.matches(':popover-open'),
          {},
          box.x + box.width / 2,
          box.y + box.height / 2,
        );
      }
      await page.evaluate(() => (window as unknown as Dialogs).end());
      await page.mouse.move(30, 560, { steps: 2 });
      await isOnTop(bench, page);
      await page.mouse.click(pinAt.x + pinAt.width / 2, pinAt.y + pinAt.height / 2);
      await page.waitForFunction(() => document.querySelector('[popover]') === null);
      await page.close();
    });

    it('are not raised for ever against a page that raises itself again', async () => {
      const page = await openPage(bench, '/top-contest.html');
      await pin(bench, page, 'Trainium');
      await page.evaluate(() => (window as unknown as { contest(): void }).contest());
      for (let step = 0; step < 10; step++) await page.mouse.move(30 + step, 500);
      const raised = () => page.evaluate(() => (window as unknown as { raised: number }).raised);
      const before = await raised();
      expect(before).toBeLessThan(60);
      // What waits is done: then nothing goes on by itself.
      await page.evaluate(
        () => new Promise((rested) => requestAnimationFrame(() => requestAnimationFrame(rested))),
      );
      expect(await raised()).toBe(before);
      await page.close();
    });

    it.each(['close', 'remove', 'hide'])('go with a dialog whose term they explain: %s', async (way) => {
      const page = await openPage(bench, '/top-dialog-gone.html');
      await pin(bench, page, 'Inferentia');
      await page.evaluate((how) => {
        const { d } = window as unknown as { d: HTMLDialogElement };
        if (how === 'close') d.close();
        else if (how === 'remove') d.remove();
        else d.style.display = 'none';
        if (how === 'hide') d.close();
      }, way);
      await restOn(page, 'Trainium');
      await waitInCard(bench, page, 'the next card', ({ name }) => name === 'AWS Trainium');
      await isOnTop(bench, page);
      await page.close();
    });
  },
  { reducedMotion: true },
);

async function openPage(bench: Bench, path: string): Promise<Page> {
  const page = await bench.open(path);
  await bench.driven.waitForReport(page, ({ total }) => total >= 3);
  await page.bringToFront();
  return page;
}

async function restOn(page: Page, text: string): Promise<void> {
  const point = await findMention(page, text);
  if (!point) throw new Error(`${text} is not marked`);
  await restMouse(page, point);
  await waitForCard(page);
}

async function pin(bench: Bench, page: Page, text: string): Promise<void> {
  const point = await findMention(page, text);
  if (!point) throw new Error(`${text} is not marked`);
  await page.mouse.click(point.x, point.y);
  await waitInCard(
    bench,
    page,
    'a pinned card',
    ({ buttons, html }) => 'Unpin' in buttons && html.includes('style'),
  );
}

/** Waits until a pointer in the middle of the topmost card meets it. */
async function isOnTop(bench: Bench, page: Page): Promise<void> {
  const { box } = (await lookIntoCard(bench, page)) ?? {};
  if (!box) throw new Error('No card is open');
  await page.waitForFunction(
    (x, y) => {
      let met = document.elementFromPoint(x, y);
      for (let inner = met; inner; inner = inner.shadowRoot?.elementFromPoint(x, y) ?? null) met = inner;
      return met?.matches('[popover="manual"]:popover-open') === true;
    },
    { timeout: 5_000 },
    box.x + box.width / 2,
    box.y + box.height / 2,
  );
}

import type { Page } from 'puppeteer-core';
import { NEIGHBOUR_WINDOW_MS } from '../../src/card/machine';
import { DEFAULTS } from '../../src/settings/schema';
import type { Driven } from '../browser/driven';
import { findMention } from '../browser/mention';
import { waitFor } from '../browser/wait';

/** Where the pointer waits, in pixels from the corner: on no term. */
const AWAY = 1;

/** From the end of the dwell to the frame that shows the card, in milliseconds. */
export interface CardTimes {
  /** The page's first card, whose script is still to be loaded, after a rest that the background slept through. */
  readonly first: number;
  readonly later: number;
}

/**
 * Measures the cards of two terms, on a page that has shown none yet.
 * @param terms two texts that are marked on the page
 */
export async function measureCards(
  driven: Driven,
  page: Page,
  [one, other]: readonly [string, string],
): Promise<CardTimes> {
  await page.bringToFront();
  await driven.stopBackground();
  const first = await measureCard(page, one);
  // Soon after a card, the next opens sooner.
  await new Promise((over) => setTimeout(over, 2 * NEIGHBOUR_WINDOW_MS));
  return { first, later: await measureCard(page, other) };
}

/** Both ends as the page sees them: the move that brought the pointer onto the term, the frame after the card's host. */
async function measureCard(page: Page, text: string): Promise<number> {
  const term = await waitFor(`a mark on ${text}`, async () => (await findMention(page, text)) ?? undefined);
  await page.mouse.move(AWAY, AWAY);
  await page.evaluate(watchForCard, AWAY);
  // In one step: a second move onto the term would have the dwell begin anew, or not, by its speed.
  await page.mouse.move(term.x, term.y);
  const { movedAt, paintedAt } = await waitFor('the card', () => page.evaluate(readTimes));
  await page.mouse.move(AWAY, AWAY);
  await page.waitForFunction(() => document.querySelector('[popover]') === null);
  return paintedAt - movedAt - DEFAULTS.dwellMs;
}

interface Times {
  readonly movedAt: number;
  readonly paintedAt: number;
}

type Watching = typeof globalThis & { cardTimes?: Partial<Times> };

/** Runs in the page; no function may be named in here. */
function watchForCard(away: number): void {
  const times: { movedAt?: number; paintedAt?: number } = {};
  (globalThis as Watching).cardTimes = times;
  window.addEventListener('pointermove', ({ clientX }) => {
    if (clientX !== away) times.movedAt ??= performance.now();
  });
  new MutationObserver((_records, observer) => {
    if (!document.querySelector('[popover]')) return;
    observer.disconnect();
    // A task after the frame: it has been painted.
    requestAnimationFrame(() => setTimeout(() => (times.paintedAt = performance.now())));
  }).observe(document.documentElement, { childList: true });
}

function readTimes(): Times | undefined {
  const times = (globalThis as Watching).cardTimes;
  return times?.paintedAt === undefined ? undefined : (times as Times);
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserName } from '../browser/driven';
import { htmlPage } from '../browser/html';
import { launch } from '../browser/launch';
import { serveRoutes } from '../browser/serve';
import { waitFor } from '../browser/wait';
import { median } from './median';
import { generatePage } from './pages';
import { processorTime } from './processes';

/** What large, slow and restless pages cost in one browser. Times in milliseconds. */
export interface Lasting {
  /** One text node. `floor`: reading each of its characters once; `read`: from the page's load to its last mark. */
  readonly texts: readonly { readonly characters: number; readonly floor: number; readonly read: number }[];
  /** From the first piece of a page that goes on loading to its first mark. */
  readonly stream: number;
  /** Processor time a second of the whole browser with a page that changes 20 times a second. */
  readonly churn: { readonly with: number; readonly without: number };
}

const SIZES = [50_000, 500_000, 5_000_000];
const CHURN_SECONDS = 15;
const SETTLE_MS = 4_000;
const PATIENCE_MS = 120_000;
const LAST = 'Inferentia';

const textOf = (characters: number) =>
  `${generatePage(characters, 0.02)
    .replace(/<[^>]*>/g, ' ')
    .slice(0, characters)} Then ${LAST}.`;

async function* slowly(): AsyncGenerator<string> {
  yield '<!doctype html><title>A stream</title><p>Anthropic rents Trainium chips.</p>';
  await new Promise((over) => setTimeout(over, 10_000));
  yield '<p>The end.</p>';
}

/**
 * Measures what pages cost that are large, slow or never at rest.
 * @param rounds loads of each page
 */
export async function measureLasting(name: BrowserName, rounds: number): Promise<Lasting> {
  const served = await serveRoutes({
    '/empty': htmlPage(''),
    '/stream': { body: slowly },
    '/churn': readFileSync('tests/pages/hostile/churn.html', 'utf8'),
    ...Object.fromEntries(SIZES.map((size) => [`/${size}`, htmlPage(`<p id="text">${textOf(size)}</p>`)])),
  });
  const start = (extensionDir: string) =>
    launch(name, { extensionDir: resolve(extensionDir), headless: true });
  const driven = await start(`dist/${name}`);
  const texts: Lasting['texts'][number][] = [];
  const streams: number[] = [];
  let churn: number;
  try {
    for (const characters of SIZES) {
      const measured = [];
      for (let round = 0; round < rounds; round++) {
        const page = await driven.open(served.url(`/${characters}`));
        measured.push(await measureText(page));
        await page.close();
      }
      texts.push({
        characters,
        floor: median(measured.map(({ floor }) => floor)),
        read: median(measured.map(({ read }) => read)),
      });
    }
    for (let round = 0; round < rounds; round++) {
      const page = await driven.open(served.url('/empty'));
      streams.push(await measureStream(page, served.url('/stream')));
      await page.close();
    }
    churn = await measureChurn(driven.browser, served.url('/churn'));
  } finally {
    await driven.close();
  }
  const bare = await start('scripts/bench/bare-extension');
  try {
    const without = await measureChurn(bare.browser, served.url('/churn'));
    return { texts, stream: median(streams), churn: { with: churn, without } };
  } finally {
    await bare.close();
    await served.close();
  }
}

async function measureText(page: Page): Promise<{ floor: number; read: number }> {
  await page.waitForFunction(isMarked, { timeout: PATIENCE_MS, polling: 20 }, LAST);
  return page.evaluate(() => {
    const now = performance.now();
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const { data } = (document.querySelector('#text') as Element).firstChild as Text;
    const start = performance.now();
    let total = 0;
    for (let at = 0; at < data.length; at++) total = (total + data.charCodeAt(at)) | 0;
    const floor = performance.now() - start;
    return { floor: total === 0.5 ? 0 : floor, read: now - (navigation?.loadEventEnd ?? 0) };
  });
}

async function measureStream(page: Page, url: string): Promise<number> {
  await page.evaluate((to) => {
    location.href = to;
  }, url);
  return waitFor('a mark in the stream', () =>
    page
      .evaluate(() => {
        const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        return CSS.highlights.size > 0 ? performance.now() - (navigation?.responseStart ?? 0) : undefined;
      })
      // One document goes, the other comes.
      .catch(() => undefined),
  );
}

async function measureChurn(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.bringToFront();
  await new Promise((settled) => setTimeout(settled, SETTLE_MS));
  const pid = browser.process()?.pid ?? 0;
  const before = processorTime(pid);
  await new Promise((over) => setTimeout(over, CHURN_SECONDS * 1_000));
  return (processorTime(pid) - before) / CHURN_SECONDS;
}

/** Runs in the page; no function may be named in here. */
function isMarked(text: string): boolean {
  // `data` of a text of megabytes, asked for at each mark, would be a copy of it each time.
  for (const mark of (CSS.highlights.get('reading-note') ?? []) as unknown as Iterable<StaticRange>)
    if ((mark.startContainer as Text).substringData(mark.startOffset, text.length) === text) return true;
  return false;
}

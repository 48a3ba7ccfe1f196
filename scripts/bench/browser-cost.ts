import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { launchChrome } from '../browser/chrome';
import type { BrowserName, Wire } from '../browser/driven';
import { launchFirefox } from '../browser/firefox';
import { htmlPage } from '../browser/html';
import { serveRoutes } from '../browser/serve';
import { waitFor } from '../browser/wait';
import { median } from './median';
import { type BenchPage, routesOf } from './pages';
import { type Memory, memoryOf, processorTime, waitUntilIdle } from './processes';

/** What a browser loads pages beside. */
export const VARIANTS = ['none', 'storage', 'asking', 'sidelight'] as const;
export type Variant = (typeof VARIANTS)[number];

/** Whether the extension's background runs when a page begins to load. */
export const STATES = ['awake', 'asleep'] as const;
export type State = (typeof STATES)[number];

/** One page, loaded once. */
export interface PageLoad {
  readonly variant: Variant;
  readonly state: State;
  readonly round: number;
  readonly page: string;
  /** Whether Sidelight marks something on the page. */
  readonly hasMentions: boolean;
  /** Of all of the browser's processes, from the navigation to the end of `SETTLE_MS`, in milliseconds. */
  readonly processor: number;
  /** At that end. */
  readonly memory: Memory;
}

/** What one browser spends. */
export interface BrowserCost {
  readonly loads: readonly PageLoad[];
  /** From the load event to the first mark, in milliseconds. */
  readonly firstMark: Readonly<Record<State, number>>;
}

/** A browser that is measured. */
interface Measured {
  readonly variant: Variant;
  readonly wire: Wire;
  /** Its first process. */
  readonly pid: number;
  readonly wakingUrl: string;
}

/** How long a page is watched after its load event. */
export const SETTLE_MS = 1_500;
const PATIENCE_MS = 60_000;
const VIEWPORT = { width: 1280, height: 800 };
/** Has something for each background to do. */
const WAKING_PAGE = '/waking';

/**
 * Loads pages in turn in four browsers: beside no extension, beside two trivial ones, and with Sidelight.
 * @param pages each is loaded as a site of its own; those that move elsewhere by themselves are left out
 * @param article the page whose first mark is waited for
 * @param rounds measured loads of each page in each browser and state
 */
export async function measureBrowser(
  name: BrowserName,
  pages: readonly BenchPage[],
  article: BenchPage,
  rounds: number,
): Promise<BrowserCost> {
  const served = await serveRoutes({
    ...routesOf([...pages, article]),
    [WAKING_PAGE]: htmlPage('<p>Anthropic rents Trainium chips.</p>'),
  });
  // No page finds the renderer or the caches of another.
  const urlOf = ({ path }: BenchPage) => served.url(path, `${path.replace(/\W+/g, '')}.example`);
  const browsers: Measured[] = [];
  try {
    for (const variant of VARIANTS)
      browsers.push(await start(name, variant, served.url(WAKING_PAGE, 'waking.example')));
    const sidelight = browsers[VARIANTS.indexOf('sidelight')] as Measured;
    const loads = await loadInTurn(browsers, pages, urlOf, rounds);
    const firstMark = {
      awake: await measureFirstMark(sidelight, urlOf(article), 'awake', rounds),
      asleep: await measureFirstMark(sidelight, urlOf(article), 'asleep', rounds),
    };
    return { loads, firstMark };
  } finally {
    for (const { wire } of browsers) await wire.browser.close();
    await served.close();
  }
}

async function loadInTurn(
  browsers: readonly Measured[],
  pages: readonly BenchPage[],
  urlOf: (page: BenchPage) => string,
  rounds: number,
): Promise<PageLoad[]> {
  // Loads that are not measured: what a browser does once only is done then.
  const tried = await Promise.all(browsers.map((browser) => tryPages(browser, pages, urlOf)));
  const stayed = pages.filter((page) => tried.every((found) => found.has(page)));
  const marked = tried[VARIANTS.indexOf('sidelight')];
  const loads: PageLoad[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [index, page] of stayed.entries()) {
      const about = { round, page: page.name, hasMentions: marked?.get(page) === true };
      for (const state of STATES) {
        // Each comes first, and last, as often as the others.
        for (const browser of rotate(browsers, round + index))
          loads.push({
            variant: browser.variant,
            state,
            ...about,
            ...(await measureLoad(browser, urlOf(page), state)),
          });
      }
    }
    console.error(`the whole browser: round ${round + 1} of ${rounds}`);
  }
  return loads;
}

function folderOf(name: BrowserName, variant: Variant): string {
  if (variant === 'none') return '';
  return resolve(variant === 'sidelight' ? `dist/${name}` : `scripts/bench/${variant}-extension`);
}

async function start(name: BrowserName, variant: Variant, wakingUrl: string): Promise<Measured> {
  const launch = name === 'chrome' ? launchChrome : launchFirefox;
  const wire = await launch({ extensionDir: folderOf(name, variant), headless: true });
  const pid = wire.browser.process()?.pid ?? 0;
  await waitUntilIdle(pid);
  // The page that Sidelight opens after its installation would keep its process alive.
  for (const page of (await wire.browser.pages()).slice(1)) await page.close();
  return { variant, wire, pid, wakingUrl };
}

/** Opens a tab on a page that wakes the background, and has that stopped again unless it shall be awake. */
async function openTab({ wire, pid, wakingUrl }: Measured, state: State): Promise<Page> {
  const tab = await wire.browser.newPage();
  await tab.setViewport(VIEWPORT);
  await tab.goto(wakingUrl);
  await waitUntilIdle(pid);
  if (state === 'asleep') {
    await wire.stopBackground();
    await waitUntilIdle(pid);
  }
  return tab;
}

async function measureLoad(
  browser: Measured,
  url: string,
  state: State,
): Promise<Pick<PageLoad, 'processor' | 'memory'>> {
  const { pid } = browser;
  const tab = await openTab(browser, state);
  const before = processorTime(pid);
  await follow(tab, url);
  await sleep(SETTLE_MS);
  const cost = { processor: processorTime(pid) - before, memory: memoryOf(pid) };
  await tab.close();
  return cost;
}

/**
 * Navigates as a link does, and waits for the load event. The protocol’s own navigation fails in Firefox on pages in which
 * a frame cannot be loaded.
 * @throws where the page does not load, or moves on before it has loaded
 */
async function follow(tab: Page, url: string): Promise<void> {
  let isLoaded = false;
  // In Firefox it comes for frames too, and that of the page before may still be on its way.
  tab.on('load', () => {
    isLoaded ||= tab.url() === url;
  });
  await tab.evaluate((to) => {
    location.href = to;
  }, url);
  await waitFor(`the load of ${url}`, () => isLoaded || undefined, { timeoutMs: PATIENCE_MS });
  await tab.waitForFunction(() => document.readyState === 'complete', { polling: 100, timeout: PATIENCE_MS });
}

/** @returns of each page that its own scripts do not move elsewhere, whether something is marked on it */
async function tryPages(
  browser: Measured,
  pages: readonly BenchPage[],
  urlOf: (page: BenchPage) => string,
): Promise<Map<BenchPage, boolean>> {
  const found = new Map<BenchPage, boolean>();
  for (const page of pages) {
    const tab = await openTab(browser, 'asleep');
    try {
      await follow(tab, urlOf(page));
      await sleep(SETTLE_MS);
      const isMarked = await tab.evaluate(() => Boolean(CSS.highlights.get('reading-note')?.size));
      if (tab.url() === urlOf(page)) found.set(page, isMarked);
    } catch (error) {
      console.error(`${page.name} is left out: ${String(error).split('\n', 1)[0]}`);
    }
    await tab.close();
  }
  return found;
}

async function measureFirstMark(
  browser: Measured,
  url: string,
  state: State,
  rounds: number,
): Promise<number> {
  const marks: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const tab = await openTab(browser, state);
    await tab.evaluateOnNewDocument(watchForMark);
    await follow(tab, url);
    marks.push(await waitFor('the first mark', () => tab.evaluate(readFirstMark)));
    await tab.close();
  }
  return median(marks);
}

type Watching = typeof globalThis & { firstMarkAt?: number };

/** Runs in the page; no function may be named in here. */
function watchForMark(): void {
  const timer = setInterval(() => {
    if (!CSS.highlights.get('reading-note')?.size) return;
    clearInterval(timer);
    (globalThis as Watching).firstMarkAt = performance.now();
  }, 1);
}

function readFirstMark(): number | undefined {
  const { firstMarkAt } = globalThis as Watching;
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return firstMarkAt && navigation?.loadEventEnd ? firstMarkAt - navigation.loadEventEnd : undefined;
}

const rotate = <T>(values: readonly T[], by: number): T[] =>
  values.map((_, index) => values[(index + by) % values.length] as T);

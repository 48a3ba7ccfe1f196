import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { launchChrome } from '../browser/chrome';
import type { BrowserName, Wire } from '../browser/driven';
import { launchFirefox } from '../browser/firefox';
import { htmlPage } from '../browser/html';
import { serveRoutes } from '../browser/serve';
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
}

/** How long a page is watched after its load event. */
const SETTLE_MS = 1_500;
const VIEWPORT = { width: 1280, height: 800 };
/** Has something for each background to do. */
const WAKING_PAGE = '/waking';

/**
 * Loads pages in turn in four browsers: beside no extension, two trivial ones, and Sidelight.
 * @param pages each is loaded as a site of its own
 * @param article the page whose first mark is waited for
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
  const measured: Measured[] = [];
  try {
    for (const variant of VARIANTS) measured.push(await start(name, variant));
    const open = (of: Measured, state: State) => openPage(of, served.url(WAKING_PAGE, 'waking.example'), state);
    // Loads that are not measured: what a browser does once only is done then.
    const marked = await Promise.all(measured.map((of) => listMarked(of, pages, urlOf, open)));
    const withMentions = new Set(marked[VARIANTS.indexOf('sidelight')]);
    const loads: PageLoad[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const [place, page] of pages.entries()) {
        for (const state of STATES) {
          for (const of of rotate(measured, round + place)) {
            const tab = await open(of, state);
            const cost = await measureLoad(tab, urlOf(page), of.pid);
            await tab.close();
            loads.push({ variant: of.variant, state, round, hasMentions: withMentions.has(page), ...cost });
          }
        }
      }
      console.error(`${name}, whole browser: round ${round + 1} of ${rounds}`);
    }
    const sidelight = measured[VARIANTS.indexOf('sidelight')] as Measured;
    const firstMark = { awake: 0, asleep: 0 };
    for (const state of STATES) {
      const marks: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const tab = await open(sidelight, state);
        marks.push(await measureFirstMark(tab, urlOf(article)));
        await tab.close();
      }
      firstMark[state] = median(marks);
    }
    return { loads, firstMark };
  } finally {
    for (const { wire } of measured) await wire.browser.close();
    await served.close();
  }
}

function folderOf(name: BrowserName, variant: Variant): string {
  if (variant === 'none') return '';
  return resolve(variant === 'sidelight' ? `dist/${name}` : `scripts/bench/${variant}-extension`);
}

async function start(name: BrowserName, variant: Variant): Promise<Measured> {
  const launch = name === 'chrome' ? launchChrome : launchFirefox;
  const wire = await launch({ extensionDir: folderOf(name, variant), headless: true });
  const pid = wire.browser.process()?.pid ?? 0;
  await waitUntilIdle(pid);
  // The page that Sidelight opens after its installation would stay in its process.
  const [first, ...others] = await wire.browser.pages();
  if (!first) throw new Error(`${name} has no tab`);
  for (const page of others) await page.close();
  return { variant, wire, pid };
}

/** Opens a tab on a page that wakes the background, and has that stopped again unless it shall be awake. */
async function openPage({ wire, pid }: Measured, wakingUrl: string, state: State): Promise<Page> {
  const page = await wire.browser.newPage();
  await page.setViewport(VIEWPORT);
  await page.goto(wakingUrl);
  await waitUntilIdle(pid);
  if (state === 'asleep') {
    await wire.stopBackground();
    await waitUntilIdle(pid);
  }
  return page;
}

async function measureLoad(
  page: Page,
  url: string,
  pid: number,
): Promise<Pick<PageLoad, 'processor' | 'memory'>> {
  const before = processorTime(pid);
  await page.goto(url);
  await sleep(SETTLE_MS);
  return { processor: processorTime(pid) - before, memory: memoryOf(pid) };
}

/** @returns the pages on which something is marked */
async function listMarked(
  of: Measured,
  pages: readonly BenchPage[],
  urlOf: (page: BenchPage) => string,
  open: (of: Measured, state: State) => Promise<Page>,
): Promise<BenchPage[]> {
  const marked: BenchPage[] = [];
  for (const page of pages) {
    const tab = await open(of, 'asleep');
    await tab.goto(urlOf(page));
    await sleep(SETTLE_MS);
    if (await tab.evaluate(() => Boolean(CSS.highlights.get('reading-note')?.size))) marked.push(page);
    await tab.close();
  }
  return marked;
}

async function measureFirstMark(page: Page, url: string): Promise<number> {
  await page.evaluateOnNewDocument(watchForMark);
  await page.goto(url);
  const answer = await page.waitForFunction(readFirstMark, { polling: 100 });
  return answer.jsonValue();
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

function readFirstMark(): number | false {
  const { firstMarkAt } = globalThis as Watching;
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return firstMarkAt && navigation?.loadEventEnd ? firstMarkAt - navigation.loadEventEnd : false;
}

const rotate = <T>(values: readonly T[], by: number): T[] =>
  values.map((_, place) => values[(place + by) % values.length] as T);

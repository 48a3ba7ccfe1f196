import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { BrowserName, Driven, LaunchOptions } from '../../scripts/browser/driven';
import { launch } from '../../scripts/browser/launch';
import { type Routes, type Served, serveRoutes } from '../../scripts/browser/serve';
import { waitFor } from '../../scripts/browser/wait';

export { htmlPage } from '../../scripts/browser/html';

/** What a browser test has at hand. */
export interface Bench {
  readonly name: BrowserName;
  driven: Driven;
  served: Served;
  /** Opens a route in a tab of its own. */
  open(path: string, host?: string): Promise<Page>;
}

export interface BenchOptions extends Partial<LaunchOptions> {
  /** A browser of its own, for tests that change more of it than `Driven.reset` brings back; or that want it new. */
  own?: boolean;
  /** The reader has chosen to have every mention marked, where it is of every mention that a test tells. */
  everyMention?: boolean;
}

/**
 * Runs tests in real Chromium and in real Firefox with the built extension, in a browser with one empty tab and nothing
 * stored. Test files that run one after the other share it.
 * @param routes what the test server answers, by path
 */
export function inBrowsers(
  title: string,
  routes: Routes,
  define: (bench: Bench) => void,
  { everyMention = false, ...options }: BenchOptions = {},
): void {
  describe.each(['chrome', 'firefox'] as const)(`${title} (%s)`, (name) => {
    const bench = { name } as Bench;
    let giveBack: () => Promise<void> = async () => {};
    beforeAll(async () => {
      bench.served = await serveRoutes(routes);
      ({ driven: bench.driven, giveBack } = await borrowBrowser(name, options));
      bench.open = (path, host) => bench.driven.open(bench.served.url(path, host));
    });
    afterAll(async () => {
      await giveBack().finally(() => bench.served?.close());
    });
    if (everyMention)
      beforeEach(() =>
        bench.driven.inExtension((setting) => chrome.storage.local.set(setting), {
          'setting:marks': { version: 1, value: 'every' },
        }),
      );
    define(bench);
  });
}

async function borrowBrowser(
  name: BrowserName,
  { own, ...options }: BenchOptions,
): Promise<{ driven: Driven; giveBack(): Promise<void> }> {
  const key = JSON.stringify({ name, ...options });
  const kept = own ? undefined : keptBrowsers.get(key);
  const launching =
    kept ?? launch(name, { extensionDir: resolve(`dist/${name}`), headless: true, ...options });
  const driven = await launching;
  if (own) return { driven, giveBack: () => driven.close() };
  keptBrowsers.set(key, launching);
  const giveBack = async () => {
    try {
      await driven.reset();
    } catch (error) {
      keptBrowsers.delete(key);
      await driven.close();
      throw error;
    }
  };
  return { driven, giveBack };
}

/** The texts under marks in a page's top document, in order of place, as the page's own script can read them. */
export function paintedTexts(page: Page, highlight = 'reading-note'): Promise<string[]> {
  return page.evaluate((name) => {
    const marks = CSS.highlights.get(name) as unknown as Iterable<AbstractRange> | undefined;
    return [...(marks ?? [])].map((mark) => {
      const range = new Range();
      range.setStart(mark.startContainer, mark.startOffset);
      range.setEnd(mark.endContainer, mark.endOffset);
      return range.toString();
    });
  }, highlight);
}

/** Waits until exactly these texts are marked, in any order. */
export async function waitForPainted(page: Page, texts: readonly string[]): Promise<void> {
  const wanted = JSON.stringify([...texts].sort());
  let found = '';
  await waitFor(
    `the marks ${wanted}`,
    async () => {
      found = JSON.stringify((await paintedTexts(page)).sort());
      return found === wanted || undefined;
    },
    { lastSeen: () => found },
  );
}

import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe } from 'vitest';
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

/**
 * Runs tests in real Chromium and in real Firefox, each launched once with the built extension.
 * @param routes what the test server answers, by path
 */
export function inBrowsers(
  title: string,
  routes: Routes,
  define: (bench: Bench) => void,
  options: Partial<LaunchOptions> = {},
): void {
  describe.each(['chrome', 'firefox'] as const)(`${title} (%s)`, (name) => {
    const bench = { name } as Bench;
    beforeAll(async () => {
      bench.served = await serveRoutes(routes);
      bench.driven = await launch(name, {
        extensionDir: resolve(`dist/${name}`),
        headless: true,
        ...options,
      });
      bench.open = (path, host) => bench.driven.open(bench.served.url(path, host));
    });
    afterAll(async () => {
      await bench.driven?.close();
      await bench.served?.close();
    });
    define(bench);
  });
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

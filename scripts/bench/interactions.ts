import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserName, Driven } from '../browser/driven';
import { htmlPage } from '../browser/html';
import { launch } from '../browser/launch';
import { serveRoutes } from '../browser/serve';
import { type CardTimes, measureCards } from './cards';
import { type ChangeCost, measureChanges } from './changes';
import { median } from './median';

const ARTICLE = htmlPage(
  `<p>Anthropic rents Trainium chips from AWS.</p>${'<p>Nothing of the kind.</p>'.repeat(40)}<div id="log"></div>`,
  'A page to rest on',
);

/** What the reader waits for, and what a change costs, in milliseconds. */
export interface Interactions {
  /** From the popup's start to its list. */
  readonly popup: number;
  /** From the atlas' data to the frame that shows them. */
  readonly atlas: number;
  /** From the dwell's end to the page's first card, and to a later one. */
  readonly firstCard: number;
  readonly laterCard: number;
  /** What changes of the page cost; Chromium only. */
  readonly changes?: readonly ChangeCost[];
}

/** Measures what a reader does on a page, in one browser with the built extension. */
export async function measureInteractions(name: BrowserName, rounds: number): Promise<Interactions> {
  const served = await serveRoutes({ '/': ARTICLE });
  const driven = await launch(name, {
    extensionDir: resolve(`dist/${name}`),
    headless: true,
    reducedMotion: true,
  });
  try {
    const openMarked = async () => {
      const page = await driven.open(served.url('/'));
      await driven.waitForReport(page, ({ total }) => total === 3);
      await page.bringToFront();
      return page;
    };
    const popup: number[] = [];
    const atlas: number[] = [];
    const cards: CardTimes[] = [];
    for (let round = 0; round < rounds; round++) {
      const page = await openMarked();
      const opened = await driven.openPopup(page);
      await opened.waitForFunction(() => performance.getEntriesByName('popup-list').length > 0);
      popup.push(
        await opened.evaluate(() => performance.getEntriesByName('popup-list')[0]?.startTime ?? Number.NaN),
      );
      await opened.close();
      atlas.push(await measureAtlas(driven, page));
      cards.push(await measureCards(driven, page, ['Trainium', 'Anthropic']));
      await page.close();
    }
    const changes = name === 'chrome' ? await measureChanges(openMarked, driven.extensionUrl('')) : undefined;
    return {
      popup: median(popup),
      atlas: median(atlas),
      firstCard: median(cards.map(({ first }) => first)),
      laterCard: median(cards.map(({ later }) => later)),
      ...(changes && { changes }),
    };
  } finally {
    await driven.close();
    await served.close();
  }
}

async function measureAtlas(driven: Driven, page: Page): Promise<number> {
  const query = `?tab=${await driven.tabIdOf(page)}`;
  const atlas = await driven.open(driven.extensionUrl(`src/surfaces/atlas/index.html${query}`));
  await atlas.bringToFront();
  await atlas.waitForFunction(() => performance.getEntriesByName('atlas-render').length > 0);
  const duration = await atlas.evaluate(
    () => performance.getEntriesByName('atlas-render')[0]?.duration ?? Number.NaN,
  );
  await atlas.close();
  return duration;
}

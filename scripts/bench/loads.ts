import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launchChrome } from '../browser/chrome';
import { median } from './median';
import type { BenchPage } from './pages';
import { type Load, Tracer } from './trace';

/** One page with the extension and without, medians of several loads. */
export interface LoadPair {
  readonly page: string;
  readonly with: Load;
  readonly without: Load;
}

/** How long a page is watched after its load event: idle work of the page and of the extension is over by then. */
const SETTLE_MS = 1_000;

function medianOf(loads: readonly Load[]): Load {
  const by = (key: keyof Load) => median(loads.map((load) => load[key]));
  return {
    own: by('own'),
    longestOwn: by('longestOwn'),
    script: by('script'),
    task: by('task'),
    style: by('style'),
    layout: by('layout'),
    heap: by('heap'),
  };
}

/** Loads pages in turn in two browsers, one with the built extension, one without. */
export async function measureLoads(
  pages: readonly BenchPage[],
  urlOf: (path: string) => string,
  rounds: number,
): Promise<LoadPair[]> {
  const start = (extensionDir: string) => launchChrome({ extensionDir, headless: true });
  const wires = [await start(resolve('dist/chrome')), await start('')] as const;
  const load = async (index: 0 | 1, { path }: BenchPage): Promise<Load> => {
    const wire = wires[index];
    const page: Page = await wire.browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    const tracer = await Tracer.attach(page, wire.extensionOrigin);
    const result = await tracer.record(async () => {
      await page.goto(urlOf(path), { waitUntil: 'load' });
      await new Promise((settled) => setTimeout(settled, SETTLE_MS));
    });
    await page.close();
    return result;
  };
  try {
    const pairs: LoadPair[] = [];
    for (const page of pages) {
      const loads: [Load[], Load[]] = [[], []];
      for (let round = 0; round < rounds; round++)
        for (const place of [0, 1] as const) loads[place].push(await load(place, page));
      pairs.push({ page: page.name, with: medianOf(loads[0]), without: medianOf(loads[1]) });
    }
    return pairs;
  } finally {
    await Promise.all(wires.map((wire) => wire.browser.close()));
  }
}

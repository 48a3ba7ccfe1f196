import type { Page } from 'puppeteer-core';
import type { BenchPage } from './pages';
import { generatePage } from './pages';

/** Times of one page's text, in milliseconds. */
export interface Scan {
  readonly page: string;
  readonly characters: number;
  readonly mentions: number;
  readonly floor: number;
  readonly scan: number;
  readonly find: number;
  /** Before any of the code had run. */
  readonly first: { readonly floor: number; readonly scan: number };
  readonly markJs?: number;
}

interface InPage {
  againstFloor(rounds: number): Omit<Scan, 'page' | 'markJs'>;
  markJs(terms: readonly string[]): number;
  loadFilter(packed: string): number;
  scanText(text: string, rounds: number): number;
}

declare const sidelightBench: InPage;

const ROUNDS = 11;

/** Measures scan, search and mark.js on a page, against the floor. */
export async function measureScan(
  page: Page,
  { name, path }: BenchPage,
  urlOf: (path: string) => string,
  code: string,
  terms: readonly string[] | undefined,
): Promise<Scan> {
  const visit = async () => {
    await page.goto(urlOf(path));
    await page.evaluate(code);
  };
  await visit();
  const scan = await page.evaluate((rounds) => sidelightBench.againstFloor(rounds), ROUNDS);
  if (!terms) return { page: name, ...scan };
  // mark.js changes the page: it gets one of its own.
  await visit();
  return {
    page: name,
    ...scan,
    markJs: await page.evaluate((list) => sidelightBench.markJs(list), [...terms]),
  };
}

/** Nanoseconds a character by number of aliases, and what loading them takes. */
export async function measureAliases(
  page: Page,
  code: string,
  filters: readonly (readonly [number, string])[],
) {
  const text = generatePage(200_000, 0).replace(/<[^>]*>/g, ' ');
  const measured = [];
  for (const [aliases, data] of filters) {
    await page.goto('about:blank');
    await page.evaluate(code);
    const load = await page.evaluate((filter) => sidelightBench.loadFilter(filter), data);
    const cost = await page.evaluate(
      (sample, rounds) => sidelightBench.scanText(sample, rounds),
      text,
      ROUNDS,
    );
    measured.push({ aliases, load, cost });
  }
  return measured;
}

/** Nanoseconds a character by length of the text. */
export async function measureLengths(page: Page, code: string, lengths: readonly number[]) {
  const measured = [];
  for (const characters of lengths) {
    const text = generatePage(characters, 0)
      .replace(/<[^>]*>/g, ' ')
      .slice(0, characters);
    await page.goto('about:blank');
    await page.evaluate(code);
    const rounds = characters > 1_000_000 ? 5 : ROUNDS;
    const cost = await page.evaluate((sample, count) => sidelightBench.scanText(sample, count), text, rounds);
    measured.push({ characters, cost });
  }
  return measured;
}

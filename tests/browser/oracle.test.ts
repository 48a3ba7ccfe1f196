import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { bundleForPage } from '../../scripts/browser/bundle';
import { htmlPage, inBrowsers } from './in-browsers';

declare const oracle: typeof import('./oracle/in-page');

/** Sequences in each browser, and how many are played between two answers. */
const SEQUENCES = { chrome: 6_000, firefox: 300 };
const PORTION = 50;

inBrowsers('a page that changes at random', { '/': htmlPage('') }, (bench) => {
  it('has, in the end, the marks that a fresh reading gives', { timeout: 300_000 }, async () => {
    const page: Page = await bench.open('/');
    await page.evaluate(await bundleForPage('tests/browser/oracle/in-page.ts', 'oracle'));
    let marks = 0;
    for (let from = 0; from < SEQUENCES[bench.name]; from += PORTION) {
      const played = await page.evaluate((seed, count) => oracle.play(seed, count), from, PORTION);
      expect(played.failed).toBeNull();
      marks += played.marks;
    }
    expect(marks).toBeGreaterThan(SEQUENCES[bench.name]);
    await page.close();
  });
});

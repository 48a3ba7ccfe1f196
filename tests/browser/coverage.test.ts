import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { waitFor } from '../../scripts/browser/wait';
import { inBrowsers } from './in-browsers';

const FOLDER = 'tests/pages/coverage';
const ARTICLES = readdirSync(FOLDER);
const routes = Object.fromEntries(
  ARTICLES.map((name) => [`/${name}`, readFileSync(`${FOLDER}/${name}`, 'utf8')]),
);

/** What an article says of itself: names of parts, and in words what it leaves out. */
interface Expected {
  readonly lit: readonly string[];
  readonly inPassing: readonly string[];
  readonly leftOut: readonly string[];
}

inBrowsers('what a page leaves out', routes, (bench) => {
  it.each(ARTICLES)('is said of %s, part by part and in words', async (name) => {
    const page = await bench.open(`/${name}`);
    await bench.driven.waitForReport(page, ({ total }) => total > 0);
    const { lit, inPassing, leftOut }: Expected = await page.evaluate(() =>
      JSON.parse(document.querySelector('#expected')?.textContent ?? ''),
    );
    const popup = await bench.driven.openPopup(page);
    const seen = await waitFor('the strip', () =>
      popup.evaluate(() => {
        const strip = document.querySelector('.coverage');
        if (!strip) return undefined;
        const parts = [...strip.querySelectorAll('button')].map((part) => part.title);
        const named = (pattern: RegExp) => parts.flatMap((title) => pattern.exec(title)?.[1] ?? []);
        return {
          count: strip.querySelector('h2 span')?.textContent,
          lit: named(/^Part \d, (.*): on this page/),
          inPassing: named(/^Part \d, (.*): mentioned in passing/),
          dark: named(/^Part \d, (.*): not on/).length,
          words: strip.querySelector('p')?.textContent,
        };
      }),
    );
    expect(seen).toEqual({
      count: `${lit.length} of 9 parts`,
      lit,
      inPassing,
      dark: leftOut.length,
      words: `Nothing here on ${leftOut.join('; ')}. In passing: ${inPassing.join(', ')}.`,
    });
    await popup.close();
    await page.close();
  });
});

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
    const line = '.coverage-line > button';
    const said = await waitFor('the line on the argument', () =>
      popup.evaluate((selector) => {
        const button = document.querySelector<HTMLElement>(selector);
        button?.click();
        return button
          ? { text: button.innerText, title: button.querySelector<HTMLElement>('[title]')?.title }
          : undefined;
      }, line),
    );
    const seen = await waitFor('the parts', () =>
      popup.evaluate(() => {
        const parts = [...document.querySelectorAll<HTMLElement>('.coverage-parts button')];
        if (parts.length === 0) return undefined;
        const named = (pattern: RegExp) =>
          parts.flatMap((part) => (pattern.test(part.title) && part.querySelector('span')?.innerText) || []);
        return {
          lit: named(/^part \d, on this page$/),
          inPassing: named(/^part \d, mentioned in passing/),
          dark: named(/^part \d, not on/),
        };
      }),
    );
    expect(seen).toMatchObject({ lit, inPassing });
    expect(said).toEqual({
      text: `${lit.length} of 9 parts; nothing on ${seen.dark.join(', ')}`,
      title: leftOut.join('; '),
    });
    await popup.close();
    await page.close();
  });
});

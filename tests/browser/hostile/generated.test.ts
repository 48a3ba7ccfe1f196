import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '../../../scripts/browser/driven';
import { launch } from '../../../scripts/browser/launch';
import { type Bench, inBrowsers, paintedTexts } from '../in-browsers';
import names from './generated/names.json' with { type: 'json' };
import { type GeneratedPage, generatePage, PLAIN_PAGE } from './generated/page';
import { type Outcome, Visits, type Wanted } from './generated/visit';
import { WRAPPERS } from './generated/wrappers';

// Random pages from fixed seeds. `SEEDS=17,203 npx vitest run --project browser tests/browser/hostile/generated.test.ts`
// tries these alone. Pages that fail are kept in a folder, to be opened by hand.

const COUNT: Readonly<Record<BrowserName, number>> = { chrome: 500, firefox: 100 };
const SHARD: Readonly<Record<BrowserName, number>> = { chrome: 50, firefox: 20 };
const FAILED = '.cache/generated';
const SIZE = { width: 900, height: 700 };
/** Of so many pages at most, no term may be fit for trying its card. */
const MOST_SKIPPED = 0.15;
const TIMEOUT_MS = 600_000;

// Firefox fades scroll bars that lie over the page, and no two pictures are alike meanwhile.
const OPTIONS = { reducedMotion: true, prefs: { 'widget.gtk.overlay-scrollbars.enabled': false } };

/** What a page may set on each of its elements. */
const STYLED =
  'display position transition animation all font color line-height writing-mode direction letter-spacing transform ' +
  'filter zoom contain will-change outline box-sizing user-select pointer-events';

const chosen = process.env['SEEDS']?.split(',').map(Number);
/**
 * Pages that a browser changes by itself. Firefox balances the columns around an open `details` anew whenever highlights
 * go, anybody's, and all below moves by some pixels.
 */
const LEFT_OUT: Readonly<Record<BrowserName, readonly number[]>> = { chrome: [], firefox: [85] };
const seedsFor = (name: BrowserName) =>
  chosen ??
  Array.from({ length: COUNT[name] + LEFT_OUT[name].length }, (_, seed) => seed).filter(
    (seed) => !LEFT_OUT[name].includes(seed),
  );
const pages = new Map(seedsFor('chrome').map((seed) => [seed, generatePage(seed)]));

describe('the generator of pages', () => {
  const all = Array.from({ length: COUNT.chrome }, (_, seed) => generatePage(seed));

  it('makes the same page of a seed, and another of another', () => {
    expect(all.slice(0, 50).map(({ seed }) => generatePage(seed))).toEqual(all.slice(0, 50));
    expect(new Set(all.map(({ html }) => html)).size).toBe(all.length);
  });

  it('reaches every corner', () => {
    const reached = new Set(all.flatMap(({ corners }) => corners));
    const wanted = [
      ...WRAPPERS.flat().map(({ corner }) => corner),
      ...names.form.map((name) => `field ${name}`),
      ...[...names.form, ...names.document].map((name) => `document ${name}`),
      ...['img', 'form', 'iframe', 'object', 'embed'].map((tag) => `${tag} name`),
      ...names.global.map((name) => `global ${name}`),
      ...['::backdrop', '*::backdrop', '::selection', '::highlight(reading-note)', '*::before, *::after'],
      ...['@property', '@font-face', '@layer first', '@layer late'],
      ...['every name', 'form around all', 'ruby', 'split term', 'srcdoc', 'base', 'CSP', 'dir=rtl'],
      ...['XHTML', 'quirks', 'standards'],
      ...STYLED.split(' ').map((property) => `* { ${property} }`),
    ];
    expect(wanted.filter((corner) => !reached.has(corner))).toEqual([]);
  });

  it('leaves most text to be marked', () => {
    const certain = all.filter(({ doubtful }) => doubtful.length === 0);
    expect(certain.length / all.length).toBeGreaterThan(0.5);
  });
});

inBrowsers(
  'generated pages',
  {
    '/plain': PLAIN_PAGE,
    ...Object.fromEntries(
      [...pages.values()].map(({ seed, html, headers }) => [`/generated/${seed}`, { body: html, headers }]),
    ),
  },
  (bench) => {
    const seeds = seedsFor(bench.name);
    const shards = Array.from({ length: Math.ceil(seeds.length / SHARD[bench.name]) }, (_, shard) =>
      seeds.slice(shard * SHARD[bench.name], (shard + 1) * SHARD[bench.name]),
    );
    const outcomes: Outcome[] = [];
    // Most of a visit is waiting: two browsers share the pages.
    let visitors: Visits[];
    let second: Bench;
    let wanted: Wanted;

    beforeAll(async () => {
      const extensionDir = resolve(`dist/${bench.name}`);
      second = { ...bench, driven: await launch(bench.name, { extensionDir, headless: true, ...OPTIONS }) };
      for (const { driven } of [bench, second]) {
        const quick = { 'setting:dwellMs': { version: 1, value: 200 } };
        await driven.inExtension((settings) => chrome.storage.local.set(settings), quick);
      }
      const page = await bench.driven.open(bench.served.url('/plain'), SIZE);
      const { total } = await bench.driven.waitForReport(page);
      wanted = { texts: await paintedTexts(page), total };
      await page.close();
      visitors = [bench, second].map((each) => new Visits(each, SIZE));
    });

    afterAll(() => second?.driven.close());

    it.each(shards.map((shard) => [`${shard[0]} to ${shard.at(-1)}`, shard] as const))(
      'of the seeds %s are marked, unharmed and answered',
      async (_, shard) => {
        const complaints: string[] = [];
        const left = [...shard];
        const visitRest = async (visits: Visits) => {
          for (let seed = left.shift(); seed !== undefined; seed = left.shift()) {
            const page = pages.get(seed) ?? generatePage(seed);
            const outcome = await visits.visit(page, bench.served.url(`/generated/${seed}`), wanted);
            outcomes.push(outcome);
            if (outcome.faults.length > 0) complaints.push(complain(bench.name, page, outcome));
          }
        };
        await Promise.all(visitors.map(visitRest));
        expect(complaints.join('\n')).toBe('');
      },
      TIMEOUT_MS,
    );

    it.skipIf(chosen)('have a term to rest on, but for a few', () => {
      const skipped = outcomes.filter((outcome) => outcome.skipped !== undefined);
      expect(skipped.length / outcomes.length).toBeLessThan(MOST_SKIPPED);
    });
  },
  { own: true, ...OPTIONS },
);

/** Says what is wrong with a page; keeps the page, and the words, which the runner shows only at the end. */
function complain(name: BrowserName, { seed, html, headers }: GeneratedPage, { faults }: Outcome): string {
  const file = `${FAILED}/${seed}.${headers['content-type']?.includes('xhtml') ? 'xhtml' : 'html'}`;
  const complaint = `seed ${seed} (${file}): ${faults.join('; ')}`;
  mkdirSync(FAILED, { recursive: true });
  writeFileSync(file, html);
  appendFileSync(`${FAILED}/${name}.txt`, `${complaint}\n`);
  return complaint;
}

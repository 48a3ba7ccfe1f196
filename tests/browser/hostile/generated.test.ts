import { appendFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveRoutes } from '../../../scripts/browser/serve';
import { inBrowsers, paintedTexts } from '../in-browsers';
import { generatePage, PLAIN_PAGE, TERMS } from './generated/page';
import { type Outcome, Visits, type Wanted } from './generated/visit';

const SHARD = 50;
const COUNT = { chrome: 500, firefox: 100 } as const;
const SIZE = { width: 900, height: 700 };

const only = process.env['SEEDS']?.split(',').map(Number);
const seedsFor = (name: 'chrome' | 'firefox') =>
  only ?? Array.from({ length: COUNT[name] }, (_, seed) => seed);

describe('generated', () => {
  it('dump', () => {
    const seed = only?.[0];
    if (seed !== undefined) console.log(generatePage(seed).html, generatePage(seed).doubtful);
  });
});

const pages = seedsFor('chrome').map((seed) => generatePage(seed));
const routes = Object.fromEntries(
  pages.map(({ seed, html, headers }) => [`/generated/${seed}`, { body: html, headers }]),
);

inBrowsers(
  'generated pages',
  { ...routes, '/plain': PLAIN_PAGE },
  (bench) => {
    let visits: Visits;
    let wanted: Wanted;
    beforeAll(async () => {
      await bench.driven.inExtension(() =>
        chrome.storage.local.set({ 'setting:dwellMs': { version: 1, value: 200 } }),
      );
      void bench.driven.inExtension(() => new Promise(() => {})).catch(() => {});
      const page = await bench.driven.open(bench.served.url('/plain'), SIZE);
      const report = await bench.driven.waitForReport(page);
      wanted = { texts: await paintedTexts(page), total: report.total };
      await page.close();
      visits = new Visits(bench, SIZE);
    });
    it('all', async () => {
      const t = performance.now();
      const outcomes: Outcome[] = [];
      for (const seed of seedsFor(bench.name)) {
        const generated = pages.find((one) => one.seed === seed);
        if (!generated) continue;
        const outcome = await visits.visit(generated, bench.served.url(`/generated/${seed}`), wanted);
        outcomes.push(outcome);
        if (outcome.faults.length || outcome.skipped)
          appendFileSync(`/tmp/h8/out-${bench.name}`, `${JSON.stringify(outcome)}\n`);
      }
      appendFileSync(
        `/tmp/h8/out-${bench.name}`,
        [
          (performance.now() - t) / outcomes.length,
          'ms each',
          outcomes.length,
          'bad',
          outcomes.filter((o) => o.faults.length).length,
          'skipped',
          outcomes.filter((o) => o.skipped).length,
        ].join(' ') + '\n',
      );
    }, 600_000);
  },
  { reducedMotion: true, prefs: { 'widget.gtk.overlay-scrollbars.enabled': false } },
);

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import puppeteer, { type Browser } from 'puppeteer-core';
import { loadGazetteer } from '../src/core/gazetteer';
import { compileFilter } from '../src/pack/compile-filter';
import { generateGazetteer } from './bench/aliases';
import { measureBrowser } from './bench/browser-cost';
import { browserSection } from './bench/browser-report';
import { measureInteractions } from './bench/interactions';
import { measureLasting } from './bench/lasting';
import { measureLoads } from './bench/loads';
import { replaceSection } from './bench/markdown';
import { generatedPage, generatedPages, routesOf, sampleArticle, savedPages } from './bench/pages';
import { formatReport, lastingSection } from './bench/report';
import type { Report } from './bench/results';
import { measureAliases, measureLengths, measureScan, type Scan } from './bench/scans';
import { bundleForPage } from './browser/bundle';
import { serveRoutes } from './browser/serve';
import { readPack } from './pack-files';
import { findBrowser } from './setup/find-browser.mjs';

const USAGE = `Measures Sidelight in real browsers, as ratios within one run.

  npm run bench                       on generated pages
  npm run bench -- --pages FOLDER     on the HTML files of a folder too
  npm run bench -- --only lasting     only pages that are large, slow or never at rest
  npm run bench -- --only browser     only what the whole browser spends
  npm run bench -- --write            writes docs/performance.md; with --only, that section of it
  npm run bench -- --rounds N         rounds of what the whole browser spends; 5 by default

Build first: npm run build.`;

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    write: { type: 'boolean' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const PERFORMANCE = 'docs/performance.md';

/** Prints a report, and writes it where that was asked for. */
function publish(text: string, merge: (text: string) => string): void {
  console.log(text);
  if (!values.write) return;
  writeFileSync(PERFORMANCE, merge(text));
  execFileSync('npx', ['biome', 'check', '--write', PERFORMANCE]);
}

const saved = values.pages ? savedPages(values.pages) : [];
const measureLastingInBoth = async () => ({
  chrome: await measureLasting('chrome', 3),
  firefox: await measureLasting('firefox', 3),
});
const measureBrowserInBoth = async () => {
  const article = sampleArticle();
  const pages = [article, ...(saved.length > 0 ? saved : [generatedPage(50_000, 0), generatedPage(50_000)])];
  const rounds = Number(values.rounds);
  return {
    chrome: await measureBrowser('chrome', pages, article, rounds),
    firefox: await measureBrowser('firefox', pages, article, rounds),
  };
};
const SECTIONS: Readonly<Record<string, () => Promise<string>>> = {
  lasting: async () => lastingSection(await measureLastingInBoth()),
  browser: async () => browserSection(await measureBrowserInBoth()),
};
if (values.only) {
  const section = SECTIONS[values.only];
  if (!section) throw new Error(`--only takes one of: ${Object.keys(SECTIONS).join(', ')}`);
  publish(await section(), (text) => replaceSection(readFileSync(PERFORMANCE, 'utf8'), text));
  process.exit(0);
}

const { pack } = readPack();
if (!pack) throw new Error('The pack has problems: run `npm run pack`.');
// One form a card is what a reader of mark.js would list; all forms would take it minutes.
const terms = pack.cards.map(({ value }) => value.name);

const pages = [...generatedPages(), ...saved];
const served = await serveRoutes(routesOf(pages));
const urlOf = (path: string) => served.url(path);
// For times of text alone the pages' own scripts stand still: some would navigate away.
const still = await serveRoutes(
  routesOf(
    pages.map((page) => ({
      ...page,
      html: page.html
        .replace(/<script\b/gi, '<script type="text/plain"')
        .replace(/<(iframe|meta http-equiv)\b/gi, '<x-$1'),
    })),
  ),
);
const code = await bundleForPage('scripts/bench/in-page.ts', 'sidelightBench');

async function inPlain<T>(name: 'chrome' | 'firefox', work: (browser: Browser) => Promise<T>): Promise<T> {
  const executablePath = findBrowser(name);
  if (!executablePath) throw new Error(`No ${name}: run \`node scripts/setup.mjs\``);
  const isRoot = process.getuid?.() === 0;
  const browser = await puppeteer.launch({
    browser: name,
    executablePath,
    headless: true,
    protocolTimeout: 600_000,
    args: name === 'chrome' ? ['--disable-gpu', ...(isRoot ? ['--no-sandbox'] : [])] : [],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

const scansIn = (name: 'chrome' | 'firefox', withMarkJs: boolean) =>
  inPlain(name, async (browser) => {
    const scans: Scan[] = [];
    for (const page of pages) {
      const isHuge = page.html.length > 600_000;
      const tab = await browser.newPage();
      scans.push(
        await measureScan(
          tab,
          page,
          (path) => still.url(path),
          code,
          withMarkJs && !isHuge ? terms : undefined,
        ),
      );
      console.error(`${name}: read ${page.name}`);
      await tab.close();
    }
    return scans;
  });

const aliases = [100, 4_000, 100_000].map((count) => [count, generateGazetteer(count)] as const);
const timed = (work: () => unknown) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const interactions = {
  chrome: await measureInteractions('chrome', 5),
  firefox: await measureInteractions('firefox', 5),
};
console.error('cards and popup: done');
const lasting = await measureLastingInBoth();
console.error('large, slow and restless pages: done');
const browser = await measureBrowserInBoth();

const report: Report = {
  machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`,
  hasSavedPages: values.pages !== undefined,
  frameBytes: gzipSync(readFileSync('dist/chrome/src/frame/index.js')).length,
  chrome: await scansIn('chrome', true),
  firefox: await scansIn('firefox', false),
  loads: await measureLoads(
    pages.filter(({ html }) => html.length < 2_000_000),
    urlOf,
    3,
  ),
  interactions,
  lasting,
  browser,
  ...(await inPlain('chrome', async (browser) => {
    const tab = await browser.newPage();
    const filters = aliases.map(([count, data]) => [count, compileFilter(data.aliases)] as const);
    return {
      aliases: await measureAliases(tab, code, filters),
      lengths: await measureLengths(tab, code, [10_000, 100_000, 1_000_000, 10_000_000]),
    };
  })),
  tables: aliases.map(([count, data]) => ({ aliases: count, load: timed(() => loadGazetteer(data)) })),
};
await served.close();
await still.close();

publish(formatReport(report), (text) => text);
process.exit(0);

import { type BrowserCostByBrowser, browserSection } from './browser-report';
import type { Interactions } from './interactions';
import type { Lasting } from './lasting';
import type { LoadPair } from './loads';
import { budget, budgetTable, ms, table, times } from './markdown';
import { median } from './median';
import type { Scan } from './scans';

/** All that one run measured. */
export interface Report {
  readonly machine: string;
  readonly hasSavedPages: boolean;
  /** Bytes of gzip that each frame starts with. */
  readonly frameBytes: number;
  readonly chrome: readonly Scan[];
  readonly firefox: readonly Scan[];
  readonly loads: readonly LoadPair[];
  readonly interactions: { readonly chrome: Interactions; readonly firefox: Interactions };
  readonly lasting: LastingByBrowser;
  readonly browser: BrowserCostByBrowser;
  readonly aliases: readonly { readonly aliases: number; readonly load: number; readonly cost: number }[];
  readonly lengths: readonly { readonly characters: number; readonly cost: number }[];
  readonly tables: readonly { readonly aliases: number; readonly load: number }[];
}

export interface LastingByBrowser {
  readonly chrome: Lasting;
  readonly firefox: Lasting;
}

const isGenerated = ({ page }: { readonly page: string }) => page.startsWith('generated');
const MEGABYTE = 1_000_000;

/** Tells the section on pages that are large, slow or never at rest. */
export function tellLasting({ chrome, firefox }: LastingByBrowser): string {
  const row = (what: string, of: (lasting: Lasting) => string) => [what, of(chrome), of(firefox)];
  const rows = [
    ...chrome.texts.flatMap(({ characters }, place) => {
      const count = characters.toLocaleString('en-GB');
      const textOf = ({ texts }: Lasting) => texts[place] as Lasting['texts'][number];
      return [
        row(`one text of ${count} characters: the floor`, (lasting) => ms(textOf(lasting).floor)),
        row(`from load to its last mark`, (lasting) => ms(textOf(lasting).read)),
      ];
    }),
    row('a page that goes on loading, from its first piece to its first mark', ({ stream }) => ms(stream)),
    row('20 changes a second, without Sidelight: processor time a second', ({ churn }) => ms(churn.without)),
    row('what Sidelight adds', ({ churn }) => ms(churn.with - churn.without)),
  ];
  return `## Pages that are large, slow or never at rest

${table(['', 'Chromium', 'Firefox'], rows)}

Processor time is that of all of the browser’s processes.`;
}

/** What the reader waits for, and how many milliseconds at most. */
const WAITS = [
  { what: 'dwell’s end to a page’s first card', of: 'firstCard', limit: 50 },
  { what: 'dwell’s end to a later card', of: 'laterCard', limit: 50 },
  { what: 'popup open to its list', of: 'popup', limit: 100 },
  { what: 'atlas’ data to its drawing', of: 'atlas', limit: 100 },
] as const;

/** Tells a report as the page `docs/performance.md`. */
export function tell(report: Report): string {
  const { chrome, firefox, loads, interactions, aliases, lengths } = report;
  // The saved pages are what readers meet; the generated ones show how costs grow.
  const saved = <T extends { readonly page: string }>(rows: readonly T[]) =>
    report.hasSavedPages ? rows.filter((row) => !isGenerated(row)) : rows;
  const overFloor = (scans: readonly Scan[], of: 'scan' | 'find') =>
    median(saved(scans).map((scan) => scan[of] / scan.floor));
  const overMarkJs = median(
    saved(chrome).flatMap(({ markJs, find }) => (markJs === undefined ? [] : [markJs / find])),
  );
  const added = (of: 'script' | 'task' | 'style' | 'layout' | 'heap') =>
    median(saved(loads).map((pair) => pair.with[of] - pair.without[of]));
  const longest = Math.max(...loads.map((pair) => pair.with.longestOwn));
  const [few, , many] = aliases;
  const manyTables = report.tables.at(-1);
  const waits = WAITS.map(({ of, ...wait }) => ({
    ...wait,
    chrome: interactions.chrome[of],
    firefox: interactions.firefox[of],
  }));
  const budgets = [
    budget(
      'finding all mentions, Chromium',
      '1.5 × the floor',
      times(overFloor(chrome, 'find')),
      overFloor(chrome, 'find') <= 1.5,
    ),
    budget(
      'finding all mentions, Firefox',
      '1.5 × the floor',
      times(overFloor(firefox, 'find')),
      overFloor(firefox, 'find') <= 1.5,
    ),
    budget('against mark.js', 'at least 100 × faster', times(overMarkJs), overMarkJs >= 100),
    budget(
      'script in each frame',
      '20,480 bytes of gzip',
      report.frameBytes.toLocaleString('en-GB'),
      report.frameBytes <= 20_480,
    ),
    budget('longest task of ours', '16 ms', ms(longest), longest <= 16),
    budget('script added to a page load', '10 ms', ms(added('script')), added('script') <= 10),
    budget(
      'heap added to a page load',
      '2 MB',
      `${(added('heap') / MEGABYTE).toFixed(2)} MB`,
      added('heap') <= 2 * MEGABYTE,
    ),
    ...waits.flatMap(({ what, limit, chrome: inChrome, firefox: inFirefox }) => [
      budget(`${what}, Chromium`, `${limit} ms`, ms(inChrome), inChrome <= limit),
      budget(`${what}, Firefox`, `${limit} ms`, ms(inFirefox), inFirefox <= limit),
    ]),
    budget(
      'scan with 100,000 aliases against 100',
      '1.5 ×',
      times((many?.cost ?? 0) / (few?.cost ?? 1)),
      (many?.cost ?? 0) <= 1.5 * (few?.cost ?? 0),
    ),
    budget(
      'making the filter of 100,000 aliases ready',
      '50 ms',
      ms(many?.load ?? 0),
      (many?.load ?? 0) <= 50,
    ),
    budget(
      'making them ready for look-ups',
      '50 ms',
      ms(manyTables?.load ?? 0),
      (manyTables?.load ?? 0) <= 50,
    ),
  ];
  const scanRows = chrome.map((scan, place) => {
    const inFirefox = firefox[place];
    return [
      scan.page,
      scan.characters.toLocaleString('en-GB'),
      String(scan.mentions),
      ms(scan.floor),
      times(scan.scan / scan.floor),
      times(scan.find / scan.floor),
      scan.markJs === undefined ? '' : times(scan.markJs / scan.find),
      inFirefox ? times(inFirefox.scan / inFirefox.floor) : '',
      inFirefox ? times(inFirefox.find / inFirefox.floor) : '',
    ];
  });
  const loadRows = loads.map(({ page, with: ours, without }) => [
    page,
    ms(ours.own),
    ms(ours.longestOwn),
    ms(ours.script - without.script),
    ms(ours.task - without.task),
    ms(ours.style - without.style),
    ms(ours.layout - without.layout),
    `${((ours.heap - without.heap) / MEGABYTE).toFixed(2)} MB`,
  ]);
  return `# Performance

Written by \`npm run bench -- --write\`; \`--pages FOLDER\` adds saved pages, \`--only NAME\` writes one section alone. Machine: ${report.machine}.

Figures are medians, and ratios of what was measured in turn in one run. _The floor_ is one native walk over a page’s
text nodes that reads every character once. _Scan_ is what a frame does with all text; _find_ adds what the background
does with it, and with the blocks that may hold a term. _Own_ is the processor time of the extension’s script as Chromium’s trace has
it, from the compiling on; the other columns of page loads are differences to a browser without the extension. Budgets
are taken on ${report.hasSavedPages ? 'the saved pages' : 'the generated pages'}.

## Budgets

${budgetTable(budgets)}

Those of the whole browser stand in its section.

## Reading a page

${table(['Page', 'Characters', 'Mentions', 'Floor', 'Scan', 'Find', 'mark.js / find', 'Scan, Firefox', 'Find, Firefox'], scanRows)}

mark.js marks one term a card, the card’s name; Sidelight looks for all forms.

## Loading a page, Chromium

${table(['Page', 'Own', 'Longest', 'Script', 'Task', 'Style', 'Layout', 'Heap'], loadRows)}

${browserSection(report.browser)}

## What the reader waits for

${table(
  ['', 'Chromium', 'Firefox'],
  waits.map(({ what, chrome: inChrome, firefox: inFirefox }) => [what, ms(inChrome), ms(inFirefox)]),
)}

Before a page’s first card its script is still to be loaded, and the background sleeps. All times end after the frame
that shows what was waited for; the popup’s is from its own start.

## A page that changes, Chromium

${table(
  ['In every frame, for five seconds', 'Own, a second', 'Own, a change', 'Longest'],
  (interactions.chrome.changes ?? []).map(({ what, aSecond, aChange, longest }) => [
    what,
    ms(aSecond),
    `${(aChange * 1000).toFixed(0)} µs`,
    ms(longest),
  ]),
)}

${tellLasting(report.lasting)}

## Growth

${table(
  ['Aliases', 'Nanoseconds a character', 'Filter ready', 'Look-ups ready'],
  aliases.map(({ aliases: count, cost, load }, place) => [
    count.toLocaleString('en-GB'),
    cost.toFixed(1),
    ms(load),
    ms(report.tables[place]?.load ?? 0),
  ]),
)}

${table(
  ['Characters of text', 'Nanoseconds a character'],
  lengths.map(({ characters, cost }) => [characters.toLocaleString('en-GB'), cost.toFixed(1)]),
)}
`;
}

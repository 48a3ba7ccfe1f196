import { budget, MEGABYTE, megabytes, ms, times } from './markdown';
import { median } from './median';
import type { Report } from './results';
import type { Scan } from './scans';

/** What the reader waits for, and the budget of each wait in milliseconds. */
const WAITS = [
  { what: 'dwell’s end to a page’s first card', of: 'firstCard', limit: 50 },
  { what: 'dwell’s end to a later card', of: 'laterCard', limit: 50 },
  { what: 'popup open to its list', of: 'popup', limit: 100 },
  { what: 'atlas’ data to its drawing', of: 'atlas', limit: 100 },
] as const;

/** The budgets of a page load and of the waits, as rows of `budgetTable`. */
export function budgetRows(report: Report) {
  return [...scanBudgets(report), ...loadBudgets(report), ...waitBudgets(report), ...growthBudgets(report)];
}

/** What the reader waits for, in milliseconds. */
export const waitsIn = ({ interactions }: Report) =>
  WAITS.map(({ of, ...wait }) => ({
    ...wait,
    chrome: interactions.chrome[of],
    firefox: interactions.firefox[of],
  }));

/** Budgets are taken on the saved pages where there are any; the generated ones show how costs grow. */
const budgeted = <T extends { readonly page: string }>({ hasSavedPages }: Report, rows: readonly T[]) =>
  hasSavedPages ? rows.filter(({ page }) => !page.startsWith('generated')) : rows;

function scanBudgets(report: Report) {
  const overFloor = (scans: readonly Scan[]) =>
    median(budgeted(report, scans).map(({ find, floor }) => find / floor));
  const overMarkJs = median(
    budgeted(report, report.chrome).flatMap(({ markJs, find }) =>
      markJs === undefined ? [] : [markJs / find],
    ),
  );
  const inChrome = overFloor(report.chrome);
  const inFirefox = overFloor(report.firefox);
  return [
    budget('finding all mentions, Chromium', '1.5 × the floor', times(inChrome), inChrome <= 1.5),
    budget('finding all mentions, Firefox', '1.5 × the floor', times(inFirefox), inFirefox <= 1.5),
    budget('against mark.js', 'at least 100 × faster', times(overMarkJs), overMarkJs >= 100),
  ];
}

function loadBudgets(report: Report) {
  const { frameBytes, loads } = report;
  const added = (of: 'script' | 'heap') =>
    median(budgeted(report, loads).map((pair) => pair.with[of] - pair.without[of]));
  const longest = Math.max(...loads.map((pair) => pair.with.longestOwn));
  const heap = added('heap');
  return [
    budget(
      'script in each frame',
      '20,480 bytes of gzip',
      frameBytes.toLocaleString('en-GB'),
      frameBytes <= 20_480,
    ),
    budget('longest task of ours', '16 ms', ms(longest), longest <= 16),
    budget('script added to a page load', '10 ms', ms(added('script')), added('script') <= 10),
    budget('heap added to a page load', '2 MB', megabytes(heap, 2), heap <= 2 * MEGABYTE),
  ];
}

function waitBudgets(report: Report) {
  return waitsIn(report).flatMap(({ what, limit, chrome, firefox }) => [
    budget(`${what}, Chromium`, `${limit} ms`, ms(chrome), chrome <= limit),
    budget(`${what}, Firefox`, `${limit} ms`, ms(firefox), firefox <= limit),
  ]);
}

function growthBudgets({ aliases: [few, , many], tables }: Report) {
  const growth = (many?.cost ?? 0) / (few?.cost ?? 1);
  const filter = many?.load ?? 0;
  const lookUps = tables.at(-1)?.load ?? 0;
  return [
    budget('scan with 100,000 aliases against 100', '1.5 ×', times(growth), growth <= 1.5),
    budget('making the filter of 100,000 aliases ready', '50 ms', ms(filter), filter <= 50),
    budget('making them ready for look-ups', '50 ms', ms(lookUps), lookUps <= 50),
  ];
}

import { browserSection } from './browser-report';
import { budgetRows, waitsIn } from './budgets';
import type { Lasting } from './lasting';
import { budgetTable, megabytes, ms, table, times } from './markdown';
import type { LastingByBrowser, Report } from './results';

/** The section on pages that are large, load slowly or keep changing, as Markdown. */
export function lastingSection({ chrome, firefox }: LastingByBrowser): string {
  const row = (what: string, of: (lasting: Lasting) => string) => [what, of(chrome), of(firefox)];
  const rows = [
    ...chrome.texts.flatMap(({ characters }, index) => {
      const count = characters.toLocaleString('en-GB');
      const textOf = ({ texts }: Lasting) => texts[index] as Lasting['texts'][number];
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

/** Writes a report as the page `docs/performance.md`. */
export function formatReport(report: Report): string {
  return `# Performance

Written by \`npm run bench -- --write\`; \`--pages FOLDER\` adds saved pages, \`--only NAME\` writes one section alone. Machine: ${report.machine}.

Figures are medians, and ratios of what was measured in turn in one run. _The floor_ is one native walk over a page’s
text nodes that reads every character once. _Scan_ is what a frame does with all text; _find_ adds what the background
does with it, and with the blocks that may hold a term. _Own_ is the processor time of the extension’s script as Chromium’s trace has
it, from the compiling on; the other columns of page loads are differences to a browser without the extension. Budgets
are taken on ${report.hasSavedPages ? 'the saved pages' : 'the generated pages'}.

## Budgets

${budgetTable(budgetRows(report))}

Those of the whole browser stand in its section.

${scanSection(report)}

${loadSection(report)}

${browserSection(report.browser)}

${waitSection(report)}

${changeSection(report)}

${lastingSection(report.lasting)}

${growthSection(report)}
`;
}

function scanSection({ chrome, firefox }: Report): string {
  const scanRows = chrome.map((scan, index) => {
    const inFirefox = firefox[index];
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
  return `## Reading a page

${table(['Page', 'Characters', 'Mentions', 'Floor', 'Scan', 'Find', 'mark.js / find', 'Scan, Firefox', 'Find, Firefox'], scanRows)}

mark.js marks one term a card, the card’s name; Sidelight looks for all forms.`;
}

function loadSection({ loads }: Report): string {
  const loadRows = loads.map(({ page, with: ours, without }) => [
    page,
    ms(ours.own),
    ms(ours.longestOwn),
    ms(ours.script - without.script),
    ms(ours.task - without.task),
    ms(ours.style - without.style),
    ms(ours.layout - without.layout),
    megabytes(ours.heap - without.heap, 2),
  ]);
  return `## Loading a page, Chromium

${table(['Page', 'Own', 'Longest', 'Script', 'Task', 'Style', 'Layout', 'Heap'], loadRows)}`;
}

function waitSection(report: Report): string {
  return `## What the reader waits for

${table(
  ['', 'Chromium', 'Firefox'],
  waitsIn(report).map(({ what, chrome, firefox }) => [what, ms(chrome), ms(firefox)]),
)}

Before a page’s first card its script is still to be loaded, and the background sleeps. All times end after the frame
that shows what was waited for; the popup’s is from its own start.`;
}

function changeSection({ interactions }: Report): string {
  return `## A page that changes, Chromium

${table(
  ['In every frame, for five seconds', 'Own, a second', 'Own, a change', 'Longest'],
  (interactions.chrome.changes ?? []).map(({ what, aSecond, aChange, longest }) => [
    what,
    ms(aSecond),
    `${(aChange * 1000).toFixed(0)} µs`,
    ms(longest),
  ]),
)}`;
}

function growthSection({ aliases, lengths, tables }: Report): string {
  return `## Growth

${table(
  ['Aliases', 'Nanoseconds a character', 'Filter ready', 'Look-ups ready'],
  aliases.map(({ aliases: count, cost, load }, index) => [
    count.toLocaleString('en-GB'),
    cost.toFixed(1),
    ms(load),
    ms(tables[index]?.load ?? 0),
  ]),
)}

${table(
  ['Characters of text', 'Nanoseconds a character'],
  lengths.map(({ characters, cost }) => [characters.toLocaleString('en-GB'), cost.toFixed(1)]),
)}`;
}

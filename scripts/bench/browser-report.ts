import {
  type BrowserCost,
  type PageLoad,
  SETTLE_MS,
  STATES,
  type State,
  VARIANTS,
  type Variant,
} from './browser-cost';
import { budget, budgetTable, MEGABYTE, megabytes, ms, table } from './markdown';
import { median } from './median';

/** What each browser spends. */
export interface BrowserCostByBrowser {
  readonly chrome: BrowserCost;
  readonly firefox: BrowserCost;
}

type Quantity = (load: PageLoad) => number;

/** Loads of one kind: pages with mentions or without, in one state. */
interface Kind {
  readonly hasMentions: boolean;
  readonly state: State;
}

const KINDS: readonly Kind[] = [false, true].flatMap((hasMentions) =>
  STATES.map((state) => ({ hasMentions, state })),
);
const VARIANT_NAMES: Readonly<Record<Variant, string>> = {
  none: 'no extension',
  storage: 'one that only reads its storage',
  asking: 'one that asks its background',
  sidelight: 'Sidelight',
};

const processor: Quantity = (load) => load.processor;
const memory: Quantity = (load) => load.memory.all;
const extensionMemory: Quantity = (load) => load.memory.extensions;

const signed = (value: number, format: (value: number) => string) =>
  `${value < 0 ? '' : '+'}${format(value)}`;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @returns of each page, a quantity of its loads, by round */
function valuesByPage(
  { loads }: BrowserCost,
  kind: Kind,
  variant: Variant,
  of: Quantity,
): Map<string, number[]> {
  const byPage = new Map<string, number[]>();
  for (const load of loads) {
    if (load.variant !== variant || load.state !== kind.state || load.hasMentions !== kind.hasMentions)
      continue;
    const values = byPage.get(load.page) ?? [];
    values[load.round] = of(load);
    byPage.set(load.page, values);
  }
  return byPage;
}

/** The mean of all pages’ medians. */
const typical = (...[cost, kind, variant, of]: Parameters<typeof valuesByPage>): number =>
  mean([...valuesByPage(cost, kind, variant, of).values()].map(median));

/**
 * How much more a variant costs than another: of each page, the median of the differences within its rounds, in which
 * both loaded it one after the other; the mean of all pages.
 */
export function difference(
  cost: BrowserCost,
  kind: Kind,
  [more, less]: readonly [more: Variant, less: Variant],
  of: Quantity,
): number {
  const base = valuesByPage(cost, kind, less, of);
  const differences = [...valuesByPage(cost, kind, more, of)].map(([page, values]) =>
    median(values.map((value, round) => value - (base.get(page)?.[round] ?? Number.NaN))),
  );
  return mean(differences);
}

function budgetsOf(name: string, cost: BrowserCost): (readonly string[])[] {
  const [unmarked, marked] = [false, true].map((hasMentions) => ({
    hasMentions,
    state: 'asleep' as const,
  })) as [Kind, Kind];
  const idle = difference(cost, unmarked, ['sidelight', 'storage'], processor);
  const busy = difference(cost, marked, ['sidelight', 'asking'], processor);
  const own = difference(cost, { ...marked, state: 'awake' }, ['sidelight', 'asking'], extensionMemory);
  const { awake, asleep } = cost.firstMark;
  return [
    budget(
      `page without a mention, asleep, over one that only reads its storage, ${name}`,
      '20 ms',
      ms(idle),
      idle <= 20,
    ),
    budget(
      `page with mentions, asleep, over one that asks its background, ${name}`,
      '60 ms',
      ms(busy),
      busy <= 60,
    ),
    budget(
      `process of extensions, over one that asks its background, ${name}`,
      '20 MB',
      megabytes(own),
      own <= 20 * MEGABYTE,
    ),
    budget(`load event to the first mark, awake, ${name}`, '40 ms', ms(awake), awake <= 40),
    budget(`load event to the first mark, asleep, ${name}`, '100 ms', ms(asleep), asleep <= 100),
  ];
}

function costTable(cost: BrowserCost): string {
  const rowsOf = (what: string, of: Quantity, format: (value: number) => string, isAbsolute = false) =>
    VARIANTS.map((variant) => [
      `${what}, beside ${VARIANT_NAMES[variant]}`,
      ...KINDS.map((kind) =>
        isAbsolute || variant === 'none'
          ? format(typical(cost, kind, variant, of))
          : signed(difference(cost, kind, [variant, 'none'], of), format),
      ),
    ]);
  return table(
    ['', ...KINDS.map(({ hasMentions, state }) => `${hasMentions ? 'With mentions' : 'Without'}, ${state}`)],
    [
      ...rowsOf('processor time', processor, ms),
      ...rowsOf('memory of all processes', memory, megabytes),
      ...rowsOf('of the process of extensions', extensionMemory, megabytes, true),
    ],
  );
}

function describeLoads({ loads }: BrowserCost): string {
  const rounds = Math.max(0, ...loads.map(({ round }) => round + 1));
  const countOf = (hasMentions: boolean) =>
    new Set(loads.filter((load) => load.hasMentions === hasMentions).map(({ page }) => page)).size;
  return `${rounds} rounds of ${countOf(false)} pages without a mention and ${countOf(true)} with mentions`;
}

/** The section on what the whole browser spends. */
export function browserSection({ chrome, firefox }: BrowserCostByBrowser): string {
  return `## What the whole browser spends

${budgetTable([...budgetsOf('Chromium', chrome), ...budgetsOf('Firefox', firefox)])}

Chromium, ${describeLoads(chrome)}:

${costTable(chrome)}

Firefox, ${describeLoads(firefox)}:

${costTable(firefox)}

Four browsers run side by side, each on a fresh profile: beside no extension, beside one whose content script only reads
its storage, beside one whose content script asks its background one question, and with Sidelight. They load each page in
turn, in each round in another order, as a site of its own. Before each load the tab shows a small page that wakes the
background; _asleep_ means that the background was stopped after it, as browsers do by themselves after half a minute.
Pages that move elsewhere by themselves are left out.

Processor time is that of all of the browser’s processes, ended ones too, from the navigation to ${SETTLE_MS / 1_000} s after
the load event, and memory their proportional set size at that end. Each figure is the mean of all pages’ medians; one with
a sign is the mean of all pages’ medians of the differences within a round. In Firefox the process of extensions is shared
with what is built in. The first mark is that of the sample article, as a timer of the page sees it; a time below zero
comes before the load event.`;
}

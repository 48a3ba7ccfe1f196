import {
  type BrowserCost,
  type PageLoad,
  SETTLE_MS,
  STATES,
  type State,
  VARIANTS,
  type Variant,
} from './browser-cost';
import { budget, budgetTable, ms, table } from './markdown';
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
const MEGABYTE = 1_000_000;

const processor: Quantity = (load) => load.processor;
const memory: Quantity = (load) => load.memory.all;
const extensionMemory: Quantity = (load) => load.memory.extensions;

const megabytes = (bytes: number) => `${(bytes / MEGABYTE).toFixed(1)} MB`;
const signed = (value: number, format: (value: number) => string) =>
  `${value < 0 ? '' : '+'}${format(value)}`;

/** @returns of each round, the mean of its loads */
function meansOf({ loads }: BrowserCost, kind: Kind, variant: Variant, of: Quantity): number[] {
  const rounds: number[][] = [];
  for (const load of loads) {
    if (load.variant !== variant || load.state !== kind.state || load.hasMentions !== kind.hasMentions)
      continue;
    rounds[load.round] = [...(rounds[load.round] ?? []), of(load)];
  }
  return rounds.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
}

/**
 * How much more a variant costs than another: the median of the differences in each round, in which both had the same
 * pages, one right after the other.
 */
export function difference(
  cost: BrowserCost,
  kind: Kind,
  [more, less]: readonly [more: Variant, less: Variant],
  of: Quantity,
): number {
  const base = meansOf(cost, kind, less, of);
  return median(meansOf(cost, kind, more, of).map((mean, round) => mean - (base[round] ?? Number.NaN)));
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
          ? format(median(meansOf(cost, kind, variant, of)))
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

/** The section on what the whole browser spends. */
export function browserSection({ chrome, firefox }: BrowserCostByBrowser): string {
  const countOf = (hasMentions: boolean) =>
    new Set(chrome.loads.filter((load) => load.hasMentions === hasMentions).map(({ page }) => page)).size;
  const roundsOf = ({ loads }: BrowserCost) => Math.max(0, ...loads.map(({ round }) => round + 1));
  return `## What the whole browser spends

${budgetTable([...budgetsOf('Chromium', chrome), ...budgetsOf('Firefox', firefox)])}

Chromium, ${roundsOf(chrome)} rounds:

${costTable(chrome)}

Firefox, ${roundsOf(firefox)} rounds:

${costTable(firefox)}

Four browsers run side by side, each on a fresh profile: beside no extension, beside one whose content script only reads
its storage, beside one whose content script asks its background one question, and with Sidelight. In each round each
loads all pages, in turn with the others: ${countOf(false)} without a mention and ${countOf(true)} with mentions, each a
site of its own. Before each load the tab shows a small page that wakes the background; _asleep_ means that the background
was stopped after it, as browsers do by themselves after half a minute.

Processor time is that of all of the browser’s processes, ended ones too, from the navigation to ${SETTLE_MS / 1_000} s after
the load event, and memory their proportional set size at that end. Each figure is the mean of a round’s pages, and the
median of the rounds; one with a sign is the median of the differences within a round. In Firefox the process of extensions
is shared with what is built in. The first mark is that of the sample article, seen by a timer of the page.`;
}

import { describe, expect, it } from 'vitest';
import type { PageLoad, Variant } from '../../scripts/bench/browser-cost';
import { browserSection, difference } from '../../scripts/bench/browser-report';
import { replaceSection } from '../../scripts/bench/markdown';

const load = (
  variant: Variant,
  round: number,
  processor: number,
  over: Partial<PageLoad> = {},
): PageLoad => ({
  variant,
  round,
  processor,
  page: 'a page',
  state: 'asleep',
  hasMentions: false,
  memory: { all: 0, extensions: 0 },
  ...over,
});
const costOf = (loads: readonly PageLoad[]) => ({ loads, firstMark: { awake: 30, asleep: 120 } });
const ASLEEP = { hasMentions: false, state: 'asleep' } as const;

describe('the difference between two variants', () => {
  it('is taken within each round, so that what slows all down cancels out', () => {
    const loads = [100, 900, 300].flatMap((base, round) => [
      load('storage', round, base),
      load('sidelight', round, base + 15),
    ]);
    const found = difference(costOf(loads), ASLEEP, ['sidelight', 'storage'], ({ processor }) => processor);
    expect(found).toBe(15);
  });

  it('is the mean of all pages of the kind', () => {
    const loads = [
      load('storage', 0, 100),
      load('storage', 0, 200, { page: 'another' }),
      load('sidelight', 0, 110),
      load('sidelight', 0, 230, { page: 'another' }),
      load('sidelight', 0, 9_000, { hasMentions: true }),
      load('sidelight', 0, 9_000, { state: 'awake' }),
    ];
    const found = difference(costOf(loads), ASLEEP, ['sidelight', 'storage'], ({ processor }) => processor);
    expect(found).toBe(20);
  });
});

it('what the whole browser spends is told with its budgets', () => {
  const kinds = [false, true].flatMap((hasMentions) =>
    (['awake', 'asleep'] as const).map((state) => ({ hasMentions, state })),
  );
  const loads = kinds.flatMap((kind) => [
    load('none', 0, 100, kind),
    load('storage', 0, 110, kind),
    load('asking', 0, 140, kind),
    load('sidelight', 0, 180, { ...kind, memory: { all: 90_000_000, extensions: 21_000_000 } }),
  ]);
  const section = browserSection({ chrome: costOf(loads), firefox: costOf(loads) });
  const rowOf = (what: string) => section.split('\n').find((line) => line.includes(what));
  expect(rowOf('without a mention, asleep')).toMatch(/20 ms \| +70\.0 ms \| \*\*missed/);
  expect(rowOf('with mentions, asleep')).toMatch(/60 ms \| +40\.0 ms \| +met/);
  expect(rowOf('process of extensions, ')).toMatch(/20 MB \| +21\.0 MB \| \*\*missed/);
  expect(rowOf('first mark, awake')).toMatch(/40 ms \| +30\.0 ms \| +met/);
  expect(rowOf('first mark, asleep')).toMatch(/100 ms \| +120\.0 ms \| \*\*missed/);
  expect(rowOf('processor time, beside Sidelight')).toMatch(/\+80\.0 ms/);
});

describe('a section of a document', () => {
  const document = '# Title\n\n## One\n\nfirst\n\n## Two\n\nsecond\n';

  it('takes the place of the one with its heading', () => {
    expect(replaceSection(document, '## One\n\nnew')).toBe('# Title\n\n## One\n\nnew\n\n## Two\n\nsecond\n');
    expect(replaceSection(document, '## Two\n\nnew')).toBe('# Title\n\n## One\n\nfirst\n\n## Two\n\nnew\n');
  });

  it('comes last where there is none', () => {
    expect(replaceSection(document, '## Three\n\nnew')).toBe(`${document}\n## Three\n\nnew\n`);
  });
});

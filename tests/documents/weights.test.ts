import { describe, expect, it } from 'vitest';
import { engine } from '../../scripts/built-in-engine';
import { BLOCK_WEIGHTS, WEIGHTS } from '../../src/core/evidence';
import { spot } from '../../src/core/spot';
import { NEAR_CHARACTERS } from '../../src/core/weigh';
import { TIERS } from '../../src/pack/schema';
import { codeIn, read, rowsOf, signed } from './table';

describe('the weights', () => {
  const weights = Object.entries({ ...BLOCK_WEIGHTS, ...WEIGHTS });
  const asWritten = (weight: number) => `${weight < 0 ? '−' : '+'}${Math.abs(weight)}`;

  it.each(['docs/spotting.md', 'docs/writing-cards.md'])('stand in %s as in the code', (file) => {
    const rows = rowsOf(file, 'Weight');
    const told = rows.map(([key = '', ...cells]) => [
      codeIn(key)[0],
      [...cells.join(' ').matchAll(/[+−]\d+(\.\d+)?/g)].map(([weight]) => weight),
    ]);
    const byKey = ([a]: unknown[], [b]: unknown[]) => String(a).localeCompare(String(b));
    expect(told.sort(byKey)).toEqual(weights.map(([key, row]) => [key, row.map(asWritten)]).sort(byKey));
    const within = [...rows.join(' ').matchAll(/within (\d+) characters/g)].map(([, count]) => Number(count));
    expect(new Set(within)).toEqual(new Set([NEAR_CHARACTERS]));
  });

  it('of the tiers stand in the decision as in the code', () => {
    const [, told = ''] =
      /sets the start: ([^\n]*)/.exec(read('docs/decisions/0004-evidence-adds-up.md')) ?? [];
    expect(told).toBe(
      `${TIERS.map((tier, place) => `\`${tier}\` ${asWritten(BLOCK_WEIGHTS.form[place] ?? 0)}`).join(', ')}.`,
    );
  });
});

it('the worked example of spotting.md comes out as it says', () => {
  const text = read('docs/spotting.md');
  const [, quoted = '', told = ''] =
    /## A worked example\n\n((?:>.*\n)+)[\s\S]*?```text\n([\s\S]*?)```/.exec(text) ?? [];
  const example = quoted.replace(/^> ?/gm, '');
  const found = spot(example, {}, engine.gazetteer, engine.cues).map(
    ({ card, start, end, score, evidence }) =>
      [
        card,
        example.slice(start, end),
        score,
        evidence.map((one) => `${one.text} ${signed(one.weight)}`).join(', '),
      ].join(' '),
  );
  expect(found).toEqual(
    told
      .trim()
      .split('\n')
      .map((line) => line.replace(/ {2,}/g, ' ')),
  );
});

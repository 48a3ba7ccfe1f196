import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPageFigures, type SourceFigure } from '../../src/core/page-figures';

const deal: SourceFigure = {
  id: 'deal',
  quantity: 'money',
  from: 25e9,
  to: 25e9,
  unit: 'USD',
  parties: [],
  others: ['rival'],
  near: ['invest', 'stake', '出資'],
  apart: ['revenue', 'valued', 'bond'],
};
const saving: SourceFigure = {
  id: 'saving',
  quantity: 'share',
  from: 30,
  to: 50,
  unit: '%',
  parties: [],
  others: [],
  near: ['cheap', 'less'],
  apart: ['share'],
};
const found = (text: string, rival = -1) =>
  findPageFigures(
    text,
    [deal, saving],
    rival < 0 ? [] : [{ start: rival, end: rival + 1, cards: ['rival'] }],
  ).map(
    ({ about, comparison, parts }) =>
      `${parts.map(({ start, end }) => text.slice(start, end)).join(' + ')} → ${about}, ${comparison}`,
  );

describe('a figure of a page', () => {
  it.each([
    ['is about what the words beside it say', 'It invested $25 billion.', ['$25 billion → deal, same']],
    ['is about nothing without such words', 'It has $25 billion.', []],
    ['is about what the nearest word says', 'Revenue of $25bn; it invests $25 bn.', ['$25 bn → deal, same']],
    ['counts something else where that word is nearer', 'It invested $4bn in a firm valued at $25bn.', []],
    ['is of the same kind of quantity', 'It invests 8% of it.', []],
    ['is in the same unit', 'It invests €25bn.', []],
    ['may be a share', 'Chips that are 35–40% cheaper.', ['35–40% → saving, within']],
    ['agrees within half a per cent', 'It invests $25.1bn.', ['$25.1bn → deal, same']],
    ['needs a word’s beginning', 'A reinvested $25 billion.', []],
    ['needs none where words have none', '同社は250億ドルを出資する。', ['250億ドル → deal, same']],
    [
      'is about the words before it in a long text, too',
      `It invested $25 billion.${' So it goes on and on.'.repeat(20)}`,
      ['$25 billion → deal, same'],
    ],
    [
      'is about words whose beginning stands within 120 characters',
      `${'-'.repeat(200)} It invests${' '.repeat(113)}$25 billion.`,
      ['$25 billion → deal, same'],
    ],
    ['is about nothing where they stand farther', `It invests${' '.repeat(114)}$25 billion.`, []],
    ['is about nothing where two words are equally near', 'A revenue $25bn invested.', []],
    ['needs a word’s beginning, behind digits too', 'A 2invested $25 billion.', []],
    [
      'is a part with those of the next sentence',
      'It invests $5bn. $20bn follow.',
      ['$5bn + $20bn → deal, same'],
    ],
    ['is a part with no farther one', 'It invests $5bn. So be it. $20bn follow.', []],
    ['is more', 'It invests $30bn.', ['$30bn → deal, more']],
    ['is less only where it is the whole', 'It invests $20bn.', []],
    ['is less where it is called the whole', 'It invests $20bn in all.', ['$20bn → deal, less']],
  ])('%s', (_why, text, figures) => expect(found(text)).toEqual(figures));

  it('is another’s where that name comes last before it', () => {
    expect(found('A plan. X invests $25bn.', 8)).toEqual([]);
    expect(found('X has a plan. It invests $25bn.', 0)).toEqual(['$25bn → deal, same']);
    expect(found('It invests $25bn in X.', 20)).toEqual([]);
    expect(found('It invests $25bn, and X looks on.', 22)).toEqual(['$25bn → deal, same']);
  });

  it('alone is never less, however large', () => {
    const millions = fc.integer({ min: 1, max: 24_874 });
    fc.assert(
      fc.property(millions, (each) => {
        expect(found(`It invests $${each} million.`)).toEqual([]);
      }),
    );
  });

  it('adds up with others only to the dollar', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 24 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(parts, (each) => {
        const text = `It invests ${each.map((value) => `$${value}bn`).join(' and ')}.`;
        const isSum = found(text).length > 0;
        const runs = each.flatMap((_, first) =>
          each.slice(first).map((__, i) => each.slice(first, first + i + 1)),
        );
        expect(isSum).toBe(runs.some((run) => run.length > 1 && run.reduce((sum, one) => sum + one) === 25));
      }),
    );
  });
});

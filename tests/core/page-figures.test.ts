import { describe, expect, it } from 'vitest';
import { findPageFigures, type SourceFigure } from '../../src/core/page-figures';

const deal: SourceFigure = {
  id: 'deal',
  quantity: 'money',
  from: 25e9,
  to: 25e9,
  unit: 'USD',
  near: ['invest', 'stake', '出資'],
  apart: ['revenue', 'valued', 'bond'],
};
const saving: SourceFigure = {
  id: 'saving',
  quantity: 'share',
  from: 30,
  to: 50,
  unit: '%',
  near: ['cheap', 'less'],
  apart: ['share'],
};
const found = (text: string) =>
  findPageFigures(text, [deal, saving]).map(
    ({ start, end, about }) => `${text.slice(start, end)} → ${about.join(', ')}`,
  );

describe('a figure of a page', () => {
  it.each([
    ['is about what the words beside it say', 'It invested $8 billion.', ['$8 billion → deal']],
    ['is about nothing without such words', 'It has $8 billion.', []],
    ['is about what the nearest word says', 'Revenue of $33bn; it invests $4bn.', ['$4bn → deal']],
    [
      'counts something else where that word is nearer',
      'It invested $4bn in a firm valued at $60bn.',
      ['$4bn → deal'],
    ],
    ['is of the same kind of quantity', 'It invests 8% of it.', []],
    ['may be a share', 'Chips that are 30–40% cheaper.', ['30–40% → saving']],
    ['needs a word’s beginning', 'A reinvested $8 billion.', []],
    ['needs none where words have none', '同社は80億ドルを出資する。', ['80億ドル → deal']],
    [
      'is about the words before it in a long text, too',
      `It invested $8 billion.${' So it goes on and on.'.repeat(20)}`,
      ['$8 billion → deal'],
    ],
    [
      'is about words whose beginning stands within 120 characters',
      `It invests${' '.repeat(113)}$8 billion. ${'-'.repeat(200)} It invests${' '.repeat(114)}$9 billion.`,
      ['$8 billion → deal'],
    ],
    ['is about nothing where two words are equally near', 'A revenue $4bn invested.', []],
    ['needs a word’s beginning, behind digits too', 'A 2invested $8 billion.', []],
    [
      'is alone with words far away',
      `It invests.${' So it goes on and on.'.repeat(8)} It has $8 billion.`,
      [],
    ],
  ])('%s', (_why, text, figures) => expect(found(text)).toEqual(figures));
});

// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import type { CardFigure, FigureOnPage, FigurePart } from '../../src/pack/card';
import { NumberCheck } from '../../src/ui/NumberCheck';
import { setLanguage } from '../fake-i18n';
import { renderInto } from './render-into';

const deal: CardFigure = {
  id: 'deal',
  name: 'up to $25bn',
  subject: 'what may be invested',
  parties: ['amazon'],
  quantity: 'money',
  from: 25e9,
  to: 25e9,
  unit: 'USD',
  isUpTo: true,
  cite: [],
};
const saving: CardFigure = {
  ...deal,
  name: '30 to 50 per cent',
  quantity: 'share',
  from: 30,
  to: 50,
  unit: '%',
  isUpTo: false,
};
const quicker: CardFigure = {
  ...saving,
  name: '100 times',
  quantity: 'ratio',
  from: 100,
  to: 100,
  unit: 'x',
};
const part = (text: string, value: number, isUpTo = false): FigurePart => ({
  text,
  from: value,
  to: value,
  isUpTo,
});
const show = (figure: CardFigure, comparison: FigureOnPage['comparison'], ...parts: FigurePart[]) =>
  renderInto(
    <NumberCheck figures={[figure]} onPage={[{ about: 'deal', comparison, parts }]} language="en" />,
  );

afterEach(() => setLanguage('en-GB'));

test.each([
  ['$25bn here, up to $25bn in the analysis: the same.', deal, 'same', [part('$25bn', 25e9)]],
  ['$5bn + up to $20bn = $25bn: the same.', deal, 'same', [part('$5bn', 5e9), part('$20bn', 20e9, true)]],
  [
    '$33bn here, up to $25bn in the analysis: this page also counts earlier money.',
    deal,
    'earlier',
    [part('$33bn', 33e9)],
  ],
  ['$30bn here, up to $25bn in the analysis: $5bn more here.', deal, 'more', [part('$30bn', 30e9)]],
  ['$22.5bn here, up to $25bn in the analysis: $2.5bn less here.', deal, 'less', [part('$22.5bn', 22.5e9)]],
  ['40% here, 30–50% in the analysis: within it.', saving, 'within', [part('40%', 40)]],
  ['100x here, 100 times in the analysis: the same.', quicker, 'same', [part('100x', 100)]],
] as const)('it says: %s', (sentence, figure, comparison, parts) => {
  const root = show(figure, comparison, ...parts);
  expect(root.querySelector('p')?.textContent).toBe(sentence);
  const verdict = root.querySelector('b')?.textContent ?? '';
  expect(sentence).toMatch(new RegExp(`${verdict.replace('$', '\\$')}\\.$`));
});

test('in German it is German, and what the pack words is marked as English', () => {
  setLanguage('de');
  expect(show(deal, 'earlier', part('33 Mrd. Dollar', 33e9)).querySelector('p')?.textContent).toBe(
    'Hier 33 Mrd. Dollar, in der Analyse bis zu 25\u00A0Mrd.\u00A0$: Auf dieser Seite zählt auch früheres Geld.',
  );
  expect(show(quicker, 'same', part('100-mal', 100)).querySelector('[lang="en"]')?.textContent).toBe(
    '100 times',
  );
});

/** The pieces of each bar, with their lengths. */
const bars = (root: HTMLElement) =>
  [...root.querySelectorAll('.amount')].map((bar) =>
    [...bar.querySelectorAll('i')].map((piece) => `${piece.className} ${piece.style.inlineSize}`),
  );

test('bars show parts and differences, and nothing where the two agree', () => {
  expect(bars(show(deal, 'same', part('$5bn', 5e9), part('$20bn', 20e9, true)))).toEqual([
    ['firm 20%', 'up-to 80%'],
    ['up-to 100%'],
  ]);
  expect(bars(show(deal, 'more', part('$50bn', 50e9)))).toEqual([['firm 100%'], ['up-to 50%']]);
  expect(bars(show(deal, 'earlier', part('$40bn', 40e9)))).toEqual([
    ['up-to 62.5%', 'uncounted 37.5%'],
    ['up-to 62.5%'],
  ]);
  expect(bars(show(deal, 'same', part('$25bn', 25e9)))).toEqual([]);
  expect(bars(show(saving, 'within', part('40%', 40)))).toEqual([]);
});

test('there is nothing to see where the page says nothing of it', () => {
  const root = renderInto(<NumberCheck figures={[deal]} onPage={[]} language="en" />);
  expect(root.textContent).toBe('');
});

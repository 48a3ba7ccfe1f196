import { expect, test } from 'vitest';
import type { Card, CardFigure } from '../../../src/pack/card';
import type { View } from '../../../src/protocol/reading-port';
import { orderFigures } from '../../../src/surfaces/panel/order-figures';
import { credits, trainium } from '../../ui/sample-cards';
import { viewOf } from './views';

const figure = (id: string): CardFigure => ({
  id,
  name: id,
  subject: id,
  quantity: 'money',
  parties: [],
  from: 1,
  to: 1,
  unit: 'USD',
  cite: [],
});
const withFigures = (card: Card, ...ids: string[]): Card => ({ ...card, figures: ids.map(figure) });
const cards = [withFigures(trainium, 'first', 'shared'), withFigures(credits, 'shared', 'second', 'absent')];

/** A page with figures on some subjects, a few of them in the viewport. */
function pageWith(onPage: readonly string[], inView: readonly string[] = []): View {
  const onSubject = (about: string) => ({ ...figure(about), about, text: '$1' });
  return {
    ...viewOf('trainium'),
    figures: inView.map(onSubject),
    figuresOnPage: onPage.map(onSubject),
  } as unknown as View;
}
const ids = (view: View | null, front?: Card) => orderFigures(cards, view, front).map(({ id }) => id);

test('only figures that the page has one to compare with, each once', () => {
  expect(ids(pageWith(['first', 'shared']))).toEqual(['first', 'shared']);
  expect(ids(pageWith([]))).toEqual([]);
  expect(ids(null)).toEqual([]);
});

test('those of the card in front come first, then those in the viewport', () => {
  const view = pageWith(['first', 'shared', 'second'], ['second']);
  expect(ids(view)).toEqual(['second', 'first', 'shared']);
  expect(ids(view, cards[1])).toEqual(['shared', 'second', 'first']);
});

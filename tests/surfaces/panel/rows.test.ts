import { expect, test } from 'vitest';
import type { View } from '../../../src/protocol/reading-port';
import type { TabReport } from '../../../src/protocol/reports';
import { groupRows, type Row, relatedRows } from '../../../src/surfaces/panel/rows';
import { credits, sampleCards, trainium } from '../../ui/sample-cards';
import { viewOf } from './views';

const report: TabReport = {
  state: 'read',
  site: 'news.example',
  origins: [],
  total: 12,
  hasUnreadCode: false,
  cards: [
    { card: 'anthropic', count: 5, leading: 0, position: 0, weight: 2.2 },
    { card: 'trainium', count: 4, leading: 0, position: 1, weight: 2 },
    { card: 'claude', count: 1, leading: 0, position: 2, weight: 1 },
    { card: 'credits', count: 1, leading: 0, position: 3, weight: 1 },
    { card: 'unknown', count: 1, leading: 0, position: 4, weight: 1 },
  ],
};
const ids = (rows: readonly Row[]) => rows.map(({ card }) => card.id);
const sort = (view: View | null, former?: string) => groupRows(view, report, sampleCards, former);

test('cards stand in reading order, those first that are met mainly here', () => {
  const { lead, onScreen } = sort(viewOf('trainium', 'claude', 'credits'));
  expect(lead?.card.id).toBe('claude');
  expect(ids(onScreen)).toEqual(['credits', 'trainium']);
});

test('companies and household names come last, and lead only where nothing else is there', () => {
  const household: View = {
    ...viewOf('anthropic', 'claude'),
    cards: [{ card: 'claude', count: 1, tier: 2 }],
  };
  expect(ids(sort(viewOf('anthropic', 'trainium')).alsoOnScreen)).toEqual(['anthropic']);
  expect(sort(viewOf('anthropic')).lead?.card.id).toBe('anthropic');
  expect(sort(household).lead?.card.id).toBe('claude');
});

test('the lead stays as long as it is on the screen', () => {
  expect(sort(viewOf('claude', 'credits'), 'credits').lead?.card.id).toBe('credits');
  expect(sort(viewOf('claude'), 'credits').lead?.card.id).toBe('claude');
});

test('the rest of the page keeps the report’s order; what the pack does not have is left out', () => {
  expect(ids(sort(viewOf('trainium', 'unknown')).elsewhere)).toEqual(['anthropic', 'claude', 'credits']);
  expect(ids(sort(null).elsewhere)).toEqual(['anthropic', 'trainium', 'claude', 'credits']);
});

test('a row counts the whole page’s mentions, and those on the screen where the page has grown', () => {
  expect(sort(viewOf('trainium')).lead?.count).toBe(4);
  expect(sort(viewOf('h100')).lead?.count).toBe(1);
});

test('a card leads on to the cards it is related to, but not back along the trail', () => {
  expect(ids(relatedRows(trainium, ['trainium'], report, sampleCards))).toEqual(['neuron', 'h100']);
  expect(ids(relatedRows(trainium, ['h100', 'trainium'], report, sampleCards))).toEqual(['neuron']);
  expect(relatedRows(credits, ['credits'], report, sampleCards)).toEqual([{ card: trainium, count: 4 }]);
});

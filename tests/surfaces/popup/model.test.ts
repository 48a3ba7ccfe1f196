import { expect, test } from 'vitest';
import { type CardLine, outlineCard } from '../../../src/pack/outline';
import type { TabReport } from '../../../src/protocol/reports';
import { foldCompanies, rankRows, summarise } from '../../../src/surfaces/popup/model';
import { trainium } from '../../ui/sample-cards';

/** A card whose name is its id; of ids in capitals, the card is a company. */
const card = (id: string): CardLine => ({
  ...outlineCard(trainium),
  id,
  name: id,
  kind: id === id.toUpperCase() ? 'company' : 'concept',
});

/** The ranked ids of cards by id, count and mentions in title and first paragraph, in the order of the page. */
function rank(...page: readonly (readonly [id: string, count: number, leading?: number])[]) {
  const report: TabReport = {
    ...{ state: 'read', site: null, origins: [], total: 0, hasUnreadCode: false },
    // In any order: the report's is by weight.
    cards: page
      .map(([id, count, leading = 0], position) => ({ card: id, count, leading, position, weight: 1 }))
      .toSorted((a, b) => a.card.localeCompare(b.card)),
  };
  return rankRows(
    report,
    page.map(([id]) => card(id)).filter(({ id }) => id !== 'gone'),
  );
}
const ids = (rows: readonly { card: CardLine }[]) => rows.map(({ card: { id } }) => id);

test('what the page mentions more comes first; of equals, what it mentions earlier', () => {
  expect(ids(rank(['b', 1], ['c', 3], ['a', 1]))).toEqual(['c', 'b', 'a']);
});

test('a mention in title or first paragraph counts three', () => {
  expect(ids(rank(['often', 5], ['title', 2, 2]))).toEqual(['title', 'often']);
  expect(ids(rank(['often', 7], ['title', 2, 2]))).toEqual(['often', 'title']);
  // With equal scores, the higher count wins.
  expect(ids(rank(['title', 1, 1], ['often', 3]))).toEqual(['often', 'title']);
});

test('cards that are no companies come first', () => {
  expect(ids(rank(['AWS', 9, 2], ['chip', 1]))).toEqual(['chip', 'AWS']);
});

test('cards that the pack does not have are left out', () => {
  expect(ids(rank(['gone', 9], ['chip', 1]))).toEqual(['chip']);
});

test('companies stand in one line after the fourth row', () => {
  const { before, companies, after } = foldCompanies(
    rank(['AWS', 9], ['a', 5], ['b', 4], ['IBM', 1], ['c', 3], ['d', 2], ['e', 1]),
  );
  expect([ids(before), ids(companies), ids(after)]).toEqual([['a', 'b', 'c', 'd'], ['AWS', 'IBM'], ['e']]);
});

test('with fewer than three other cards they unfold, and one company is a row as any', () => {
  const few = rank(['AWS', 9], ['IBM', 1], ['a', 1], ['b', 1]);
  expect(foldCompanies(few)).toEqual({ before: few, companies: [], after: [] });
  const one = rank(['AWS', 9], ['a', 1], ['b', 1], ['c', 1]);
  expect(foldCompanies(one).before).toEqual(one);
  const three = rank(['AWS', 9], ['IBM', 1], ['a', 1], ['b', 1], ['c', 1]);
  expect(ids(foldCompanies(three).companies)).toEqual(['AWS', 'IBM']);
});

test('the summary counts in whole words', () => {
  expect(summarise(1, 1)).toBe('1 mention of 1 card on this page');
  expect(summarise(23, 14)).toBe('23 mentions of 14 cards on this page');
});

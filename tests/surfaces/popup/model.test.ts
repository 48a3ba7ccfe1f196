import { expect, test } from 'vitest';
import { outlineCard } from '../../../src/pack/outline';
import {
  countKinds,
  filterByKind,
  rowsOnPage,
  searchCards,
  summarise,
} from '../../../src/surfaces/popup/model';
import { markMatches, queryWords } from '../../../src/ui/search';
import { sampleCards, trainium } from '../../ui/sample-cards';

const cards = sampleCards.map(outlineCard);
const onPage = [{ card: outlineCard(trainium), count: 3 }];
const search = (query: string) => {
  const found = searchCards(query, onPage, cards);
  return {
    here: found.onPage.map(({ card }) => card.id),
    elsewhere: found.elsewhere.map(({ card }) => card.id),
  };
};
const marked = (text: string, query: string) =>
  markMatches(text, queryWords(query))
    .map((run) => (run.matched ? `[${run.text}]` : run.text))
    .join('');

test('case and accents do not matter', () => {
  expect(search('MEDIUM').elsewhere).toEqual(['mistral']);
  expect(search('médium').elsewhere).toEqual(['mistral']);
});

test('what the page names is kept apart from the rest', () => {
  expect(search('chip').here).toEqual([]);
  expect(search('processor')).toEqual({ here: ['trainium'], elsewhere: [] });
});

test('all words count, in any order, in all that a card says it is', () => {
  expect(search('own trainium').here).toEqual(['trainium']);
  expect(search('gpu 2022 rivals').elsewhere).toEqual(['h100']);
  expect(search('trainium paris').here).toEqual([]);
});

test('a match in the name comes before a match in the definition', () => {
  expect(search('model').elsewhere[0]).toBe('lock-in');
});

test('a blank query finds everything', () => {
  const { here, elsewhere } = search('  ');
  expect(here.length + elsewhere.length).toBe(sampleCards.length);
});

test('matches are marked in the letters as they are written', () => {
  expect(marked('Mistral Médium', 'med')).toBe('Mistral [Méd]ium');
  expect(marked('Mistral Me\u0301dium', 'med')).toBe('Mistral [Me\u0301d]ium');
  expect(marked('Model lock-in for models', 'model')).toBe('[Model] lock-in for [model]s');
  expect(marked('İstanbul chip', 'chip')).toBe('İstanbul [chip]');
  expect(marked('nothing here', 'zzz')).toBe('nothing here');
});

test('the summary counts in whole words', () => {
  expect(summarise(1, 1)).toBe('1 mention of 1 card on this page');
  expect(summarise(23, 14)).toBe('23 mentions of 14 cards on this page');
});

test('cards that the pack does not have are left out of the page’s rows', () => {
  const report = { state: 'read', site: null, origins: [], total: 3, hasUnreadCode: false } as const;
  const counted = ['trainium', 'gone'].map((card) => ({ card, count: 1, weight: 1 }));
  expect(rowsOnPage({ ...report, cards: counted }, cards).map(({ card }) => card.id)).toEqual(['trainium']);
});

test('kinds are counted in what is listed, and ranked by the page', () => {
  const all = cards.map((card) => ({ card, count: 0 }));
  const kinds = countKinds(all, onPage, cards);
  expect(kinds[0]?.kind).toBe('chip');
  expect(kinds.reduce((total, { count }) => total + count, 0)).toBe(cards.length);
  expect(countKinds([], onPage, cards).map(({ kind }) => kind)).toEqual(kinds.map(({ kind }) => kind));
  expect(filterByKind(all, 'chip')).toHaveLength(kinds[0]?.count ?? 0);
  expect(filterByKind(all, null)).toBe(all);
});

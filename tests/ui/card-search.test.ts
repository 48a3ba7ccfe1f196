import { expect, test } from 'vitest';
import { cards } from '../../src/pack/built-in';
import { spellings } from '../../src/pack/built-in-spellings';
import { CardSearch } from '../../src/ui/card-search';
import { markMatches, wordsOf } from '../../src/ui/search';

const search = new CardSearch(cards, spellings);
const find = (query: string) => {
  const found = search.find(query);
  return { ...found, ids: found.cards.map(({ id }) => id), texts: found.statements.map(({ text }) => text) };
};
const marked = (text: string, query: string) =>
  markMatches(text, wordsOf(query))
    .map((run) => (run.matched ? `[${run.text}]` : run.text))
    .join('');

test('TPU finds the card that is called so, then those that are spelled with it, and statements with the word', () => {
  const { cards: found, texts, correction } = find('TPU');
  expect(found[0]).toEqual({ id: 'tpu', spellings: [] });
  expect(found.length).toBeGreaterThan(1);
  for (const { spellings: forms } of found.slice(1)) expect(forms.join()).toMatch(/\btpu/i);
  expect(texts.length).toBeGreaterThan(0);
  for (const text of texts) expect(text).toMatch(/\bTPU/);
  expect(correction).toBeUndefined();
});

test('RAG finds RAG, and no storage', () => {
  const { ids, defined } = find('RAG');
  expect(ids).toEqual(['rag']);
  expect(defined).toEqual([]);
});

test('trainum finds Trainium, and says so', () => {
  const { ids, correction, texts } = find('trainum');
  expect(ids[0]).toBe('trainium');
  expect(correction).toBe('Trainium');
  expect(texts.length).toBeGreaterThan(0);
});

test.each([
  ['gpx', undefined],
  ['nvida', 'NVIDIA'],
  ['nvxyia', undefined],
  ['antrpic', undefined],
  ['antropik', 'Anthropic'],
])('a word of four letters may hold one slip, one of eight two: %s is taken for %s', (query, correction) => {
  expect(find(query).correction).toBe(correction);
});

test('only the word that is spelled nowhere is taken for another', () => {
  const { ids, correction } = find('aws trainum');
  expect(ids).toEqual(['trainium']);
  expect(correction).toBe('AWS Trainium');
});

test('a spelling in another language finds its card', () => {
  expect(find('検索拡張').cards[0]).toMatchObject({ id: 'rag', spellings: ['検索拡張生成'] });
  expect(find('abrufgestützte').ids[0]).toBe('rag');
});

test('a name comes before a spelling, and what is only defined with the word stands apart', () => {
  const { cards: found, ids, defined } = find('bedrock');
  const isSpelled = found.map(({ spellings: forms }) => forms.length > 0);
  expect(ids[0]).toBe('bedrock');
  expect(isSpelled).toEqual(isSpelled.toSorted());
  expect(defined.filter((id) => ids.includes(id))).toEqual([]);
});

test('all words count, in any order; a name and its statement may share them', () => {
  expect(find('billion commitment').ids[0]).toBe('commitment-25b');
  expect(find('commitment billion').ids[0]).toBe('commitment-25b');
  expect(find('trainium cash').texts.length).toBeGreaterThan(0);
});

test('nothing found names the two cards that are spelled most like it', () => {
  const { ids, texts, nearest } = find('trainium zeppelin');
  expect([ids, texts]).toEqual([[], []]);
  expect(nearest).toHaveLength(2);
  expect(nearest[0]).toBe('trainium');
});

test('case and accents do not matter', () => {
  expect(wordsOf('MÉDIUM Me\u0301dium')).toEqual(['medium', 'medium']);
});

test('matches are marked at the start of words, in the letters as they are written', () => {
  expect(marked('Mistral Médium', 'med')).toBe('Mistral [Méd]ium');
  expect(marked('Mistral Me\u0301dium', 'med')).toBe('Mistral [Me\u0301d]ium');
  expect(marked('Model lock-in for models', 'model')).toBe('[Model] lock-in for [model]s');
  expect(marked('İstanbul chip', 'chip')).toBe('İstanbul [chip]');
  expect(marked('storage for RAG', 'rag')).toBe('storage for [RAG]');
  expect(marked('nothing here', 'zzz')).toBe('nothing here');
});

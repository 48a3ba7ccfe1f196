import { expect, test } from 'vitest';
import type { View } from '../../../src/protocol/reading-port';
import { mergeViews } from '../../../src/surfaces/panel/page-view';
import { viewOf } from './views';

const part = { text: '$25 billion', from: 25e9, to: 25e9, isUpTo: false };
const figure = { about: 'deal', comparison: 'same', parts: [part] } as const;

test('no frame, no view', () => {
  expect(mergeViews(new Map())).toBe(null);
});

test('frames are added up, the top frame first, whoever spoke first', () => {
  const top: View = { ...viewOf('a', 'b'), section: { title: 'One', index: 1, total: 2 } };
  const framed: View = {
    ...viewOf('b', 'c'),
    figures: [figure],
    section: { title: 'Other', index: 1, total: 1 },
  };
  const merged = mergeViews(
    new Map([
      [7, framed],
      [0, top],
    ]),
  );
  expect(merged?.cards).toEqual([
    { card: 'a', count: 1, tier: 0 },
    { card: 'b', count: 2, tier: 0 },
    { card: 'c', count: 1, tier: 0 },
  ]);
  expect(merged?.section?.title).toBe('One');
  expect(merged?.figures).toEqual([figure]);
});

test('each subject has one figure', () => {
  const view: View = { ...viewOf('a'), figures: [figure, { ...figure, comparison: 'more' }] };
  expect(mergeViews(new Map([[0, view]]))?.figures).toEqual([figure]);
});

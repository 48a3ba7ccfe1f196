import { expect, test } from 'vitest';
import { isFollowRequest, isView, type View } from '../../src/protocol/reading-port';

const part = { text: '$25 billion', from: 25e9, to: 25e9, isUpTo: true };
const view: View = {
  cards: [{ card: 'trainium', count: 2, tier: 0 }],
  figures: [{ about: 'deal', comparison: 'same', parts: [part] }],
  figuresOnPage: [],
  section: { title: 'A winter of moving', index: 2, total: 4 },
};

test('what a frame has on its screen is taken, with a section or without', () => {
  expect(isView(view)).toBe(true);
  expect(isView({ ...view, section: null })).toBe(true);
});

test.each(['same', 'within', 'more', 'less', 'earlier'])('the comparison “%s” is taken', (comparison) => {
  expect(isView({ ...view, figures: [{ ...view.figures[0], comparison }] })).toBe(true);
});

test.each([
  null,
  'text',
  {},
  { ...view, extra: 1 },
  { ...view, cards: [{ card: 'trainium', count: -1, tier: 0 }] },
  { ...view, cards: [{ card: 'trainium', count: 1, tier: 3 }] },
  { ...view, cards: 'trainium' },
  { ...view, figures: [{ ...view.figures[0], comparison: 'html' }] },
  { ...view, figures: [{ ...view.figures[0], parts: [{ ...part, to: Number.NaN }] }] },
  { ...view, section: { title: 1, index: 1, total: 1 } },
])('junk of a frame is refused: %j', (junk) => {
  expect(isView(junk)).toBe(false);
});

test('a panel may only name figures', () => {
  expect(isFollowRequest({ figures: [{ id: 'deal', parties: ['amazon'] }] })).toBe(true);
  for (const junk of [undefined, {}, { figures: [{ id: 'deal' }] }, { figures: [], extra: 1 }])
    expect(isFollowRequest(junk)).toBe(false);
});

// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import type { Tier } from '../../../src/core/gazetteer';
import { summarize } from '../../../src/frame/reader/summary';
import type { PageMention } from '../../../src/page/mention';
import { byId, showPage } from './read-blocks';

// jsdom renders nothing, and what the extension asks of nodes it takes from their prototypes when it starts.
vi.hoisted(() => {
  Element.prototype.checkVisibility = function () {
    return this.closest('[hidden]') === null;
  };
});

showPage('<p id="shown">Trainium</p><p id="closed" hidden>Trainium</p>');

let lastKey = 0;
function mention(card: string, tier: Tier, id = 'shown'): PageMention {
  const range = new Range();
  range.selectNodeContents(byId(id).firstChild as Text);
  const offsets = { start: 0, end: 8 };
  const said = { card, tier, score: 2, evidence: [], surface: 'Trainium', isMarked: true };
  return { ...offsets, ...said, key: ++lastKey, range };
}
const times = (count: number, card: string, tier: Tier) =>
  Array.from({ length: count }, () => mention(card, tier));

it('a card’s weight grows with the square root of its count, so that one that is named on and on does not outweigh all', () => {
  expect(summarize([...times(9, 'trainium', 0), mention('inferentia', 0)])).toEqual([
    { card: 'trainium', count: 9, weight: 3 },
    { card: 'inferentia', count: 1, weight: 1 },
  ]);
});

it('a household name weighs less than a name of its own', () => {
  const weights = ([0, 1, 2] as const).map((tier) => summarize([mention('card', tier)])[0]?.weight ?? 0);
  expect(weights).toEqual([...weights].sort((one, other) => other - one));
  expect(new Set(weights).size).toBe(3);
});

it('a card weighs as the strongest of its forms does', () => {
  const [card] = summarize([mention('trainium', 2), mention('trainium', 0), mention('trainium', 1)]);
  expect(card?.weight).toBeCloseTo(Math.sqrt(3));
});

it('what is not rendered is not counted', () => {
  expect(summarize([mention('trainium', 0, 'closed')])).toEqual([]);
  expect(summarize([mention('trainium', 0), mention('trainium', 0, 'closed')])).toMatchObject([{ count: 1 }]);
});

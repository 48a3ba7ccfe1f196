// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
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

const LONG = 'It says in so many words what the whole of the page is going to be about.';

beforeEach(() => showPage('<p id="shown">Trainium</p><p id="closed" hidden>Trainium</p>'));

let lastKey = 0;
function mention(card: string, tier: Tier, id = 'shown'): PageMention {
  const range = new Range();
  range.selectNodeContents(byId(id).firstChild as Text);
  const offsets = { start: 0, end: 8 };
  const said = { card, tier, score: 2, evidence: [], surface: 'Trainium', isMarked: true };
  return { ...offsets, ...said, key: ++lastKey, range };
}
const leadingIn = (...ids: string[]) =>
  summarize(ids.map((id) => mention(id, 0, id))).flatMap(({ card, leading }) => (leading > 0 ? [card] : []));

it('cards come in the order of their first mentions', () => {
  const mentions = [mention('b', 0), mention('a', 0), mention('b', 0)];
  expect(summarize(mentions)).toMatchObject([
    { card: 'b', count: 2 },
    { card: 'a', count: 1 },
  ]);
});

it('a card has the tier of the strongest of its forms', () => {
  const [card] = summarize([mention('trainium', 2), mention('trainium', 0), mention('trainium', 1)]);
  expect(card?.tier).toBe(0);
});

it('what is not rendered is not counted', () => {
  expect(summarize([mention('trainium', 0, 'closed')])).toEqual([]);
  expect(summarize([mention('trainium', 0), mention('trainium', 0, 'closed')])).toMatchObject([{ count: 1 }]);
});

it('what stands in the title, or in the first paragraph that is no byline, leads', () => {
  showPage(`<h1><i id="title">Chips</i></h1><p id="byline">By a writer</p>
    <p id="first">${LONG}</p><p id="second">${LONG}</p>`);
  expect(leadingIn('title', 'byline', 'first', 'second')).toEqual(['title', 'first']);
});

it('the first paragraph is that of the page’s main part', () => {
  showPage(`<h1 id="title">Chips</h1><p id="banner">${LONG}</p><main><p id="first">${LONG}</p></main>`);
  expect(leadingIn('title', 'banner', 'first')).toEqual(['title', 'first']);
});

it('without a title, the first paragraph leads alone; without a paragraph, nothing does', () => {
  showPage(`<div id="line">Trainium</div><p id="first">${LONG}</p>`);
  expect(leadingIn('line', 'first')).toEqual(['first']);
  showPage(`<div id="line">${LONG}</div>`);
  expect(leadingIn('line')).toEqual([]);
});

// The lower half of the diagram that machine.test.ts opens with: pinned ─▶ Escape, close.
import { beforeEach, describe, expect, it } from 'vitest';
import { topOf } from '../../src/card/machine';
import { CardClock } from './card-clock';

let cards: CardClock;
beforeEach(() => {
  cards = new CardClock();
});

describe('a pinned card', () => {
  it('stays when the pointer goes', () => {
    cards.rest(1);
    cards.pin(1);
    cards.move(null);
    cards.pass(5000);
    expect(cards.pinned).toEqual([1]);
    expect(cards.open).toBeUndefined();
  });

  it('is not opened a second time by rest on its term', () => {
    cards.pin(1);
    cards.rest(1);
    expect(cards.open).toBeUndefined();
  });

  it('stops the dwell on its term', () => {
    cards.move(1);
    cards.pin(1);
    cards.pass(1000);
    expect(cards.open).toBeUndefined();
  });

  it('is one of three at most: a fourth takes the place of the oldest', () => {
    for (const mention of [1, 2, 3, 4]) cards.pin(mention);
    expect(cards.pinned).toEqual([2, 3, 4]);
  });

  it('becomes the youngest when it is pinned again', () => {
    for (const mention of [1, 2, 1]) cards.pin(mention);
    expect(cards.pinned).toEqual([2, 1]);
  });

  it('leaves room for a hover card', () => {
    cards.pin(1);
    cards.rest(2);
    expect([cards.open, cards.pinned]).toEqual([2, [1]]);
  });

  it('leaves the hover card of another term open, when it is pinned and when it is closed', () => {
    cards.rest(2);
    cards.pin(1);
    expect([cards.open, cards.pinned]).toEqual([2, [1]]);
    cards.close(1);
    expect([cards.open, cards.pinned]).toEqual([2, []]);
  });

  it('leaves the dwell on another term alone', () => {
    cards.move(2);
    cards.pass(200);
    cards.pin(1);
    cards.pass(200);
    expect([cards.open, cards.pinned]).toEqual([2, [1]]);
  });

  it('goes with its mention, and leaves the others', () => {
    for (const mention of [1, 2, 3]) cards.pin(mention);
    cards.keepOnly(1, 3);
    expect(cards.pinned).toEqual([1, 3]);
  });

  it('becomes the hover card when a key opens it', () => {
    cards.pin(1);
    cards.openByKey(1);
    expect([cards.open, cards.pinned]).toEqual([1, []]);
  });

  it('does not open besides when it was pinned by a click on a neighbour', () => {
    cards.rest(1);
    cards.move(2);
    cards.pin(2);
    cards.pass(1000);
    expect([cards.open, cards.pinned]).toEqual([undefined, [2]]);
  });
});

describe('Escape', () => {
  it('closes the top card only: first the hover card, then the pinned ones, the youngest first', () => {
    cards.pin(1);
    cards.pin(2);
    cards.rest(3);
    const tops = [];
    while (topOf(cards.state) !== undefined) {
      tops.push(topOf(cards.state));
      cards.escape();
    }
    expect(tops).toEqual([3, 2, 1]);
  });

  it('changes nothing where no card is open', () => {
    const { state } = cards;
    cards.escape();
    expect(cards.state).toBe(state);
  });
});

describe('growing', () => {
  it('shows the open card in full, and no other', () => {
    cards.rest(1);
    cards.send({ type: 'expanded', mention: 2 });
    expect(cards.state.hover).toMatchObject({ extent: 'peek' });
    cards.send({ type: 'expanded', mention: 1 });
    expect(cards.state.hover).toMatchObject({ extent: 'full' });
  });

  it('keeps the card, which may step aside from under the pointer, until it is closed', () => {
    cards.rest(1);
    cards.move(null);
    cards.send({ type: 'expanded', mention: 1 });
    cards.pass(5000);
    expect(cards.open).toBe(1);
    cards.escape();
    expect(cards.open).toBeUndefined();
  });
});

describe('stepping', () => {
  const step = (from: number, to: number) => cards.send({ type: 'stepped', from, to });

  it('makes the open card that of another mention, in full, which stays when the pointer goes', () => {
    cards.rest(1);
    step(1, 2);
    cards.move(null);
    cards.pass(5000);
    expect(cards.open).toBe(2);
    expect(cards.state.hover).toMatchObject({ extent: 'full' });
  });

  it('leaves a pinned card pinned, in its place among the others', () => {
    cards.pin(1);
    cards.pin(2);
    step(1, 3);
    expect(cards.pinned).toEqual([3, 2]);
  });

  it('to a mention whose card is pinned leaves one card of it', () => {
    cards.pin(1);
    cards.pin(2);
    step(1, 2);
    expect(cards.pinned).toEqual([2]);
    cards.rest(3);
    step(3, 2);
    expect(cards.open).toBe(2);
    expect(cards.pinned).toEqual([]);
  });

  it('from a card that is gone changes nothing', () => {
    cards.rest(1);
    const { state } = cards;
    step(4, 5);
    expect(cards.state).toBe(state);
  });
});

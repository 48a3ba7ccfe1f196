/*
 * What is proved here (from src/card/machine.ts):
 *
 *            rest on a term              settings.dwellMs (NEIGHBOUR_MS soon after a card)
 *   idle ────────────────────▶ dwelling ─────────────────────────────────────────▶ open
 *     ▲  pointer leaves the term   │                                              │  │ pin, click on the term
 *     ├────────────────────────────┘                                              │  ▼
 *     │  Escape, close, or LEAVE_MS after the pointer left term, corridor and card │ pinned ─▶ Escape, close
 *     └───────────────────────────────────────────────────────────────────────────┘
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { transition } from '../../src/card/machine';
import { CardClock } from './card-clock';

let cards: CardClock;
beforeEach(() => {
  cards = new CardClock();
});

describe('a card opens', () => {
  it('after 400 ms of rest on its term, and not before', () => {
    cards.move(1);
    cards.pass(399);
    expect(cards.open).toBeUndefined();
    cards.pass(1);
    expect(cards.open).toBe(1);
  });

  it('although the pointer trembles on the term', () => {
    cards.move(1);
    for (let moves = 0; moves < 4; moves++) {
      cards.pass(100);
      cards.move(1, 0.5);
    }
    expect(cards.open).toBe(1);
  });

  it('not under a pointer that passes by', () => {
    for (let moves = 0; moves < 20; moves++) {
      cards.move(1, 0.51);
      cards.pass(100);
    }
    expect(cards.open).toBeUndefined();
    cards.pass(300);
    expect(cards.open).toBe(1);
  });

  it('not when the pointer left its term in time', () => {
    cards.move(1);
    cards.pass(399);
    cards.move(null);
    cards.pass(1000);
    expect(cards.open).toBeUndefined();
  });

  it('for the term that the pointer came to rest on, counted from there', () => {
    cards.move(1);
    cards.pass(300);
    cards.move(2);
    cards.pass(399);
    expect(cards.open).toBeUndefined();
    cards.pass(1);
    expect(cards.open).toBe(2);
  });

  it('as a peek that takes no focus under the pointer, and in full with focus by key', () => {
    cards.rest(1);
    expect(cards.state.hover).toMatchObject({ extent: 'peek', takesFocus: false, stays: false });
    cards.openByKey(2);
    expect(cards.state.hover).toMatchObject({ mention: 2, extent: 'full', takesFocus: true, stays: true });
  });
});

describe('where the reader chose so', () => {
  it('a card opens sooner or later', () => {
    for (const dwellMs of [200, 800] as const) {
      cards.settings = { opening: 'rest', dwellMs };
      cards.move(dwellMs);
      cards.pass(dwellMs - 1);
      expect(cards.open).toBeUndefined();
      cards.pass(1);
      expect(cards.open).toBe(dwellMs);
      cards.escape();
      cards.pass(1000);
    }
  });

  it('rest opens nothing, and a click or a key does', () => {
    cards.settings = { opening: 'click', dwellMs: 200 };
    cards.rest(1);
    cards.pass(5000);
    expect(cards.open).toBeUndefined();
    cards.pin(1);
    expect(cards.pinned).toEqual([1]);
    cards.openByKey(2);
    expect(cards.open).toBe(2);
    cards.move(3);
    cards.pass(5000);
    expect(cards.open).toBe(2);
  });

  it('with Alt held only, where the reader wants that, and then without the usual wait', () => {
    cards.settings = { opening: 'alt', dwellMs: 800 };
    cards.rest(1);
    cards.pass(5000);
    expect(cards.open).toBeUndefined();
    cards.move(1, 0, true);
    cards.pass(100);
    expect(cards.open).toBe(1);
    cards.move(1);
    cards.pass(1000);
    expect(cards.open).toBe(1);
    cards.move(2);
    cards.pass(300);
    expect(cards.open).toBeUndefined();
  });
});

describe('a neighbour’s card', () => {
  it('opens after 100 ms while another is open', () => {
    cards.rest(1);
    cards.move(2);
    cards.pass(99);
    expect(cards.open).toBe(1);
    cards.pass(1);
    expect(cards.open).toBe(2);
  });

  it('opens after 100 ms when the last card closed at most 300 ms ago', () => {
    cards.rest(1);
    cards.escape();
    cards.pass(300);
    cards.move(2);
    cards.pass(100);
    expect(cards.open).toBe(2);
  });

  it('takes its 400 ms when the last card closed longer ago', () => {
    cards.rest(1);
    cards.escape();
    cards.pass(301);
    cards.move(2);
    cards.pass(399);
    expect(cards.open).toBeUndefined();
  });

  it('does not open when the pointer passes by on its way back to the card', () => {
    cards.rest(1);
    cards.move(2);
    cards.pass(99);
    cards.moveInside();
    cards.pass(1000);
    expect(cards.open).toBe(1);
  });

  it('opens although the pointer trembles on its term', () => {
    cards.rest(1);
    cards.move(2);
    for (let moves = 0; moves < 2; moves++) {
      cards.pass(50);
      cards.move(2, 0.5);
    }
    expect(cards.open).toBe(2);
  });

  it('opens as any card does under the pointer: as a peek, without focus, until the pointer goes', () => {
    cards.rest(1);
    cards.move(2);
    cards.pass(100);
    expect(cards.state.hover).toMatchObject({ extent: 'peek', takesFocus: false, stays: false });
  });

  it('does not open when the pointer went on from it to where no term is; the open one has its 300 ms', () => {
    cards.rest(1);
    cards.move(2);
    cards.pass(50);
    cards.move(null);
    cards.pass(299);
    expect(cards.open).toBe(1);
    cards.pass(1);
    expect(cards.open).toBeUndefined();
  });

  it('does not open while the pointer rushes over it', () => {
    cards.rest(1);
    for (let moves = 0; moves < 5; moves++) {
      cards.move(2, 2);
      cards.pass(60);
    }
    expect(cards.open).toBe(1);
  });
});

describe('a card closes', () => {
  it('300 ms after the pointer left, and not before', () => {
    cards.rest(1);
    cards.move(null);
    cards.pass(299);
    expect(cards.open).toBe(1);
    cards.pass(1);
    expect(cards.open).toBeUndefined();
  });

  it('300 ms after the pointer left, however much it moves elsewhere', () => {
    cards.rest(1);
    for (let moves = 0; moves < 3; moves++) {
      cards.move(null, 3);
      cards.pass(100);
    }
    expect(cards.open).toBeUndefined();
  });

  it('not while the pointer is in the corridor or on the card', () => {
    cards.rest(1);
    cards.move(null);
    cards.pass(200);
    cards.moveInside();
    cards.pass(5000);
    expect(cards.open).toBe(1);
  });

  it('not, nor shrinks to a peek again, while the pointer moves along its term', () => {
    cards.rest(1);
    cards.send({ type: 'expanded', mention: 1 });
    for (let moves = 0; moves < 4; moves++) {
      cards.move(1, 0.2);
      cards.pass(100);
    }
    expect(cards.state.hover).toMatchObject({ mention: 1, extent: 'full', isLeaving: false });
  });

  it('not when the pointer came back to its term', () => {
    cards.rest(1);
    cards.move(null);
    cards.pass(299);
    cards.move(1, 5);
    cards.pass(5000);
    expect(cards.open).toBe(1);
  });

  it('when the pointer leaves for good, after it came back once', () => {
    cards.rest(1);
    cards.move(null);
    cards.pass(200);
    cards.move(1);
    cards.move(null);
    cards.pass(300);
    expect(cards.open).toBeUndefined();
  });

  it('not while the pointer is on its term, although the reader has chosen meanwhile that clicks open cards', () => {
    cards.rest(1);
    cards.settings = { opening: 'click', dwellMs: 400 };
    cards.move(1);
    cards.pass(1000);
    expect(cards.open).toBe(1);
    cards.move(2);
    cards.pass(300);
    expect(cards.open).toBeUndefined();
  });

  it('by Escape or its button at once', () => {
    cards.rest(1);
    cards.escape();
    expect(cards.open).toBeUndefined();
    cards.rest(2);
    cards.close(2);
    expect(cards.open).toBeUndefined();
  });

  it('with its mention', () => {
    cards.rest(1);
    cards.keepOnly(2);
    expect(cards.open).toBeUndefined();
  });

  it('although the neighbour that the pointer went to left the page meanwhile', () => {
    cards.rest(1);
    cards.move(2);
    cards.keepOnly(1);
    cards.pass(99);
    expect(cards.open).toBe(1);
    cards.pass(201);
    expect(cards.open).toBeUndefined();
  });

  it('not by the pointer when a key opened it', () => {
    cards.openByKey(1);
    cards.move(null);
    cards.pass(1000);
    cards.move(2);
    cards.pass(1000);
    expect(cards.open).toBe(1);
    cards.escape();
    expect(cards.open).toBeUndefined();
  });
});

describe('nothing changes', () => {
  /** The state itself is the same: nothing is drawn anew. */
  const staysThrough = (act: () => void) => {
    const { state } = cards;
    act();
    expect(cards.state).toBe(state);
  };

  it('while the pointer moves where no term is, over an open card or away from it', () => {
    staysThrough(() => cards.move(null));
    cards.rest(1);
    staysThrough(() => cards.moveInside());
    cards.move(null);
    staysThrough(() => cards.move(null));
  });

  it('when mentions go that have no card', () => {
    cards.pin(1);
    staysThrough(() => cards.keepOnly(1));
    cards.rest(2);
    staysThrough(() => cards.keepOnly(1, 2));
    cards.move(3);
    staysThrough(() => cards.keepOnly(1, 2, 3));
  });
});

describe('a wait whose token was replaced', () => {
  it('is ignored', () => {
    cards.move(1);
    const { token } = cards.state;
    cards.move(null);
    cards.move(2);
    const late = transition(cards.state, { type: 'elapsed', token, at: cards.now }, cards.settings);
    expect(late.state).toBe(cards.state);
  });
});

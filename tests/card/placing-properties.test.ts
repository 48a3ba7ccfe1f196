import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBeside, placeSheet, type Side, type Surroundings, sheetOverlap } from '../../src/card/beside';
import { type Box, common, doMeet, isAbreast, isInCorridor, joined, lineBoxes } from '../../src/card/boxes';

const boxIn = (most: number, least = 1): fc.Arbitrary<Box> =>
  fc
    .record({
      left: fc.integer({ min: 0, max: most }),
      top: fc.integer({ min: 0, max: most }),
      width: fc.integer({ min: least, max: 300 }),
      height: fc.integer({ min: least, max: 300 }),
    })
    .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }));

const shifted = ({ left, top, right, bottom }: Box, x: number, y: number): Box => ({
  left: left + x,
  top: top + y,
  right: right + x,
  bottom: bottom + y,
});

const SIDES = [
  ['bottom', 'top'],
  ['top', 'bottom'],
  ['left', 'right'],
  ['right', 'left'],
] as const;
const surroundings: fc.Arbitrary<Surroundings> = fc
  .record({
    term: boxIn(900),
    others: fc.array(boxIn(900), { maxLength: 2 }),
    sides: fc.constantFrom(...SIDES),
    card: fc.record({ width: fc.integer({ min: 100, max: 600 }), height: fc.integer({ min: 50, max: 900 }) }),
    window: fc.record({
      right: fc.integer({ min: 200, max: 1500 }),
      bottom: fc.integer({ min: 100, max: 1000 }),
    }),
    leastRoom: fc.constantFrom(120, 180),
    kept: fc.constantFrom<(Side | undefined)[]>(undefined, 'bottom', 'top', 'left', 'right'),
  })
  .map(({ window, ...around }) => ({ ...around, line: around.term, window: { left: 0, top: 0, ...window } }))
  .filter(({ window, card, term }) => card.width <= window.right - 16 && doMeet(window, term));

/** Where a card stands, made as narrow and as low as there is room. */
const standing = (around: Surroundings) => {
  const { left, top, room, across } = placeBeside(around);
  const width = Math.min(across, around.card.width);
  return { left, top, right: left + width, bottom: top + Math.min(room, around.card.height) };
};
/** Every way of moving all boxes: a window that is zoomed into does not begin at 0. */
const by = fc.integer({ min: -400, max: 400 });
const moved = (around: Surroundings, x: number, y: number): Surroundings => ({
  ...around,
  term: shifted(around.term, x, y),
  line: shifted(around.line, x, y),
  others: around.others.map((other) => shifted(other, x, y)),
  window: shifted(around.window, x, y),
});

describe('a card, wherever its term is', () => {
  it('has the same place in a window that is scrolled or zoomed into', () => {
    fc.assert(
      fc.property(surroundings, by, by, (around, x, y) => {
        const here = placeBeside(around);
        const there = { ...here, left: here.left + x, top: here.top + y };
        expect(placeBeside(moved(around, x, y))).toEqual(there);
      }),
    );
  });

  it('off its line covers no part of its term, and has room to be read in', () => {
    fc.assert(
      fc.property(surroundings, (around) => {
        const { side, room, across } = placeBeside(around);
        if (side === 'over') return;
        expect(doMeet(standing(around), around.term)).toBe(false);
        const all = around.window.bottom - 16;
        expect(room).toBeGreaterThanOrEqual(Math.min(around.card.height, around.leastRoom, all));
        expect(across).toBeGreaterThanOrEqual(around.card.width * 0.75);
      }),
    );
  });

  it('lies in the window, off its edges', () => {
    fc.assert(
      fc.property(surroundings, (around) => {
        const { left, top, right, bottom } = standing(around);
        expect(left).toBeGreaterThanOrEqual(2);
        expect(top).toBeGreaterThanOrEqual(2);
        expect(right).toBeLessThanOrEqual(around.window.right - 2);
        expect(bottom).toBeLessThanOrEqual(around.window.bottom - 2);
      }),
    );
  });

  it('stays on its side while there is room on it', () => {
    fc.assert(
      fc.property(surroundings, (around) => {
        const first = placeBeside({ ...around, kept: undefined });
        expect(placeBeside({ ...around, kept: first.side }).side).toBe(first.side);
      }),
    );
  });
});

describe('a sheet', () => {
  const terms = fc.array(boxIn(900), { minLength: 1, maxLength: 3 });
  const window = { left: 0, top: 0, right: 400, bottom: 800 };

  it('has the same place in a window that is scrolled or zoomed into', () => {
    fc.assert(
      fc.property(terms, fc.constantFrom('bottom' as const, 'top' as const), by, by, (all, kept, x, y) => {
        const there = all.map((term) => shifted(term, x, y));
        expect(placeSheet(there, shifted(window, x, y), 400, 180, kept)).toEqual(
          placeSheet(all, window, 400, 180, kept),
        );
        for (const [place, term] of all.entries())
          expect(sheetOverlap(there[place] ?? term, shifted(window, x, y), 400)).toBe(
            sheetOverlap(term, window, 400),
          );
      }),
    );
  });
});

describe('boxes', () => {
  const box = boxIn(200);
  const flat = boxIn(200, 0);
  /** The points of a grid that lie in a box, its edges left out. */
  const pointsIn =
    ({ left, top, right, bottom }: Box) =>
    (x: number, y: number) =>
      left < x && x < right && top < y && y < bottom;
  const grid = Array.from({ length: 26 }, (_, step) => step * 20 + 0.5);

  it('meet where a point is in both, and have just those points in common', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const both = common(a, b);
        expect(doMeet(a, b)).toBe(both.left < both.right && both.top < both.bottom);
        for (const x of grid)
          for (const y of grid)
            if (pointsIn(a)(x, y) && pointsIn(b)(x, y)) expect(pointsIn(both)(x, y)).toBe(true);
        const { left, right } = joined(a, b);
        expect([left, right]).toEqual([Math.min(a.left, b.left), Math.max(a.right, b.right)]);
      }),
    );
  });

  it('that only touch do not meet', () => {
    const a = { left: 0, top: 0, right: 10, bottom: 10 };
    for (const [x, y] of [
      [10, 0],
      [-10, 0],
      [0, 10],
      [0, -10],
    ] as const)
      expect(doMeet(a, shifted(a, x, y))).toBe(false);
    for (const [x, y] of [
      [9, 0],
      [-9, 0],
      [0, 9],
      [0, -9],
    ] as const)
      expect(doMeet(a, shifted(a, x, y))).toBe(true);
  });

  it('are on a level where they share more than half of the thinner one', () => {
    const a = { left: 0, top: 0, right: 10, bottom: 20 };
    const low = { left: 50, top: 15, right: 60, bottom: 25 };
    expect(isAbreast(a, low, false)).toBe(false);
    expect(isAbreast(a, { ...low, top: 14, bottom: 24 }, false)).toBe(true);
    const turned = ({ left, top, right, bottom }: Box) => ({
      left: top,
      top: left,
      right: bottom,
      bottom: right,
    });
    expect(isAbreast(turned(a), turned(low), true)).toBe(false);
    expect(isAbreast(turned(a), turned({ ...low, top: 14, bottom: 24 }), true)).toBe(true);
  });

  it('of lines have an extent, and hold every piece', () => {
    fc.assert(
      fc.property(fc.array(flat, { maxLength: 6 }), fc.boolean(), (pieces, isVertical) => {
        const lines = lineBoxes(pieces, isVertical);
        for (const { left, top, right, bottom } of lines) {
          expect(right).toBeGreaterThan(left);
          expect(bottom).toBeGreaterThan(top);
        }
        const held = pieces.filter(({ left, top, right, bottom }) => right > left && bottom > top);
        for (const piece of held)
          expect(lines.some((line) => JSON.stringify(joined(line, piece)) === JSON.stringify(line))).toBe(
            true,
          );
      }),
    );
  });
});

describe('the corridor between a term and its card', () => {
  const term = { left: 100, top: 100, right: 180, bottom: 120 };
  const below = { left: 80, top: 140, right: 400, bottom: 300 };
  const aside = { left: 200, top: 60, right: 500, bottom: 300 };

  it('is the band between them, as wide as both, and a pixel more', () => {
    for (const [x, y, isIn] of [
      [80, 130, true],
      [79, 130, true],
      [78, 130, false],
      [401, 130, true],
      [402, 130, false],
      [200, 119, true],
      [200, 118, false],
      [200, 141, true],
      [200, 142, false],
    ] as const)
      expect(isInCorridor(term, below, x, y), `${x}, ${y}`).toBe(isIn);
    for (const [x, y, isIn] of [
      [190, 59, true],
      [190, 58, false],
      [179, 200, true],
      [178, 200, false],
      [201, 200, true],
      [202, 200, false],
    ] as const)
      expect(isInCorridor(term, aside, x, y), `${x}, ${y}`).toBe(isIn);
  });

  it('is the same from the card’s side', () => {
    fc.assert(
      fc.property(
        boxIn(300),
        boxIn(300),
        fc.integer({ max: 600 }),
        fc.integer({ max: 600 }),
        (a, b, x, y) => {
          expect(isInCorridor(a, b, x, y)).toBe(isInCorridor(b, a, x, y));
        },
      ),
    );
  });
});

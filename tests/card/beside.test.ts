import { describe, expect, it } from 'vitest';
import { placeBeside, placeSheet, type Surroundings, sheetOverlap } from '../../src/card/beside';
import { type Box, overlap } from '../../src/card/boxes';

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const term = box(500, 300, 80, 24);
const page: Surroundings = {
  term,
  line: term,
  others: [],
  sides: ['bottom', 'top'],
  card: { width: 372, height: 240 },
  window: box(0, 0, 1280, 800),
  leastRoom: 180,
};
const standing = (around: Surroundings) => {
  const { left, top, room } = placeBeside(around);
  return box(left, top, around.card.width, Math.min(room, around.card.height));
};

describe('a card', () => {
  it('stands below its line, a little to the left of its term', () => {
    expect(placeBeside(page)).toMatchObject({ side: 'bottom', left: 482, top: 331, room: 461 });
  });

  it('stands above where there is more room, wholly in the window', () => {
    const low = { ...page, term: box(1200, 700, 70, 24), line: box(1200, 700, 70, 24) };
    expect(placeBeside(low)).toMatchObject({ side: 'top', left: 1280 - 8 - 372, top: 700 - 7 - 240 });
  });

  it('keeps off what stands out of its line', () => {
    expect(placeBeside({ ...page, line: box(500, 290, 80, 48) }).top).toBe(345);
  });

  it('keeps the side that it has, however high it grows, until there is no room', () => {
    const grown = { ...page, card: { width: 372, height: 560 }, kept: 'bottom' as const };
    expect(placeBeside(grown)).toMatchObject({ side: 'bottom', room: 461 });
    const scrolled = box(500, 640, 80, 24);
    expect(placeBeside({ ...grown, term: scrolled, line: scrolled }).side).toBe('top');
  });

  it('keeps off the other boxes of its mention, though it should grow', () => {
    const next = box(100, 332, 500, 24);
    expect(placeBeside({ ...page, others: [next] }).side).toBe('top');
    // Both above and below: it moves aside.
    const others = [box(560, 268, 200, 24), box(560, 332, 200, 24)];
    const aside = standing({ ...page, others, term: box(500, 300, 40, 24), line: box(500, 300, 40, 24) });
    expect(others.some((other) => overlap(other, aside))).toBe(false);
    const tall = { ...page, others: [box(400, 640, 300, 24)] };
    expect(placeBeside(tall).side).toBe('top');
  });

  it('steps aside where neither side has the height that is wanted, and takes the whole height there', () => {
    const middle = box(600, 330, 80, 24);
    const around = { ...page, term: middle, line: middle, window: box(0, 0, 1366, 688) };
    const full = { ...around, card: { width: 420, height: 550 }, leastRoom: 480, least: 180 };
    expect(placeBeside(full)).toMatchObject({ side: 'right', left: 687, room: 672 });
    // The term is too broad for that: less height, and not over it.
    const broad = box(300, 330, 700, 24);
    expect(placeBeside({ ...full, term: broad, line: broad }).side).toBe('bottom');
  });

  it('opens where a card in full would have more room', () => {
    const low = box(500, 420, 80, 24);
    expect(placeBeside({ ...page, term: low, line: low }).side).toBe('top');
    expect(placeBeside({ ...page, term: low, line: low, currentSide: 'bottom' }).side).toBe('bottom');
  });

  it('stands beside lines that run down', () => {
    const column = box(1200, 200, 27, 96);
    const down = { ...page, term: column, line: column, sides: ['left', 'right'] as const };
    expect(placeBeside(down)).toMatchObject({ side: 'left', left: 1200 - 7 - 372, top: 182 });
    const first = box(100, 200, 27, 96);
    expect(placeBeside({ ...down, term: first, line: first })).toMatchObject({ side: 'right', left: 134 });
    // Narrower, before it stands over the line.
    const middle = box(320, 200, 27, 96);
    const narrow = placeBeside({ ...down, term: middle, line: middle, window: box(0, 0, 660, 800) });
    expect(narrow).toMatchObject({ side: 'left', across: 305 });
  });

  it('takes the whole height of a low window: beside its term, or over it', () => {
    const banner = { ...page, term: box(300, 40, 80, 22), line: box(300, 40, 80, 22) };
    expect(placeBeside({ ...banner, window: box(0, 0, 900, 130) })).toMatchObject({
      side: 'right',
      top: 2,
      room: 126,
    });
    expect(placeBeside({ ...banner, window: box(0, 0, 600, 130) })).toMatchObject({
      side: 'over',
      top: 2,
      room: 126,
    });
  });

  it('stays in the part of the window that is seen', () => {
    const window = box(400, 200, 640, 400);
    const { left, top, right, bottom } = standing({ ...page, window });
    expect(left).toBeGreaterThanOrEqual(408);
    expect(right).toBeLessThanOrEqual(1032);
    expect(top).toBeGreaterThanOrEqual(208);
    expect(bottom).toBeLessThanOrEqual(592);
  });
});

describe('a sheet', () => {
  const window = box(0, 0, 390, 700);
  const place = (top: number, height = 300, kept: 'bottom' | 'top' = 'bottom') =>
    placeSheet([box(100, top, 80, 24)], window, height, 180, kept);

  it('stands at the bottom, or is lower there, or stands at the top', () => {
    expect(place(300)).toEqual({ edge: 'bottom', room: 361 });
    expect(place(460)).toEqual({ edge: 'bottom', room: 201 });
    expect(place(600)).toEqual({ edge: 'top', room: 585 });
  });

  it('stays at the top when it grows', () => {
    expect(place(460, 500, 'top')).toEqual({ edge: 'top', room: 445 });
    expect(place(100, 500, 'top')).toEqual({ edge: 'bottom', room: 561 });
  });

  it('has the whole window where neither edge leaves room', () => {
    expect(placeSheet([box(100, 40, 80, 24)], box(0, 0, 390, 110), 300, 180, 'bottom')).toEqual({
      edge: 'bottom',
      room: 110,
    });
  });

  it('has the page scrolled so far that its term stays in sight', () => {
    expect(sheetOverlap(box(100, 500, 80, 24), window, 300)).toBe(139);
    expect(sheetOverlap(box(100, 100, 80, 24), window, 690)).toBe(85);
    expect(sheetOverlap(box(100, 100, 80, 24), window, 300)).toBeLessThan(0);
  });
});

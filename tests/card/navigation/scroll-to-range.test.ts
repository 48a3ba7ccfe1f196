// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Clip } from '../../../src/card/navigation/clips';
import { planScroll } from '../../../src/card/navigation/scroll-to-range';
import { isMostlyVisible } from '../../../src/page/box';

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
const WINDOW: Clip = { box: box(0, 0, 800, 600), above: undefined };

/** The window, scrolled up to its top, with so many pixels below its edge. */
const pageOf = (below: number): Clip => ({ ...WINDOW, scroll: scroll([0, 0], [0, below]) });

function scroll(x: [number, number], y: [number, number], snaps = false): NonNullable<Clip['scroll']> {
  return { element: document.body, x, y, scale: 1, snaps };
}

describe('the plan for bringing a box into view', () => {
  const term = box(100, 1000, 160, 1020);
  const planned = (clip: Clip, whole = term, isVertical = false) => {
    const { moves, left } = planScroll(whole, clip, isVertical);
    return { moves: moves.map(({ x, y }) => [x, y]), left, isSeen: isMostlyVisible(whole, left) };
  };

  it('puts it in the middle, as far as the page goes', () => {
    expect(planned(pageOf(5000))).toEqual({ moves: [[0, 710]], left: box(100, 290, 160, 310), isSeen: true });
    expect(planned(pageOf(500))).toEqual({ moves: [[0, 500]], left: box(100, 500, 160, 520), isSeen: true });
  });

  it('finds nothing to see where the window cannot be scrolled so far', () => {
    expect(planned(WINDOW).isSeen).toBe(false);
    expect(planned(pageOf(5000), box(-9999, 10, -9900, 30)).isSeen).toBe(false);
  });

  it('scrolls from the innermost out', () => {
    const inner: Clip = {
      box: box(50, 700, 350, 800),
      scroll: scroll([0, 0], [0, 900]),
      above: pageOf(5000),
    };
    expect(planned(inner).moves).toEqual([
      [0, 260],
      [0, 450],
    ]);
  });

  it('sees nothing through a box that no reader can scroll', () => {
    const inner: Clip = { box: box(50, 700, 350, 800), above: pageOf(5000) };
    expect(planned(inner)).toMatchObject({ moves: [], isSeen: false });
  });

  it('scrolls back where content begins at the right', () => {
    const inner: Clip = { box: box(0, 0, 300, 100), scroll: scroll([-1100, 0], [0, 0]), above: WINDOW };
    expect(planned(inner, box(-900, 10, -840, 30))).toMatchObject({ moves: [[-924, 0]], isSeen: true });
  });

  it('puts it in the middle sideways where lines run down, or where scrolling snaps', () => {
    const wide = (snaps: boolean): Clip => ({
      box: box(0, 0, 300, 100),
      scroll: scroll([0, 1000], [0, 0], snaps),
      above: WINDOW,
    });
    const whole = box(500, 10, 520, 30);
    expect(planned(wide(false), whole, true).moves).toEqual([[360, 0]]);
    expect(planned(wide(true), whole).moves).toEqual([[360, 0]]);
    expect(planned(wide(false), whole).moves).toEqual([[244, 0]]);
  });
});

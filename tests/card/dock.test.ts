import { describe, expect, it } from 'vitest';
import { findDock, type Margins } from '../../src/card/dock';

const page: Margins = {
  block: { left: 400, right: 1000 },
  line: 300,
  window: { width: 1500, height: 800 },
  width: 372,
  leastWidth: 279,
  heightAt: () => 500,
  isFree: () => true,
};

describe('a dock', () => {
  it('is in the wider margin, with a short tick from the text, and begins a little above its line', () => {
    expect(findDock(page)).toEqual({ side: 'right', left: 1044, top: 236, width: 372, room: 556, tick: 34 });
    const atRight = { ...page, block: { left: 800, right: 1400 } };
    expect(findDock(atRight)).toMatchObject({ side: 'left', left: 800 - 44 - 372 });
  });

  it('makes the card narrower before it gives up', () => {
    const narrow = { ...page, block: { left: 300, right: 1150 } };
    expect(findDock(narrow)).toMatchObject({ width: 322, left: 1170, tick: 10 });
    expect(findDock({ ...page, block: { left: 250, right: 1250 } })).toBeUndefined();
  });

  it('stays in the window, level with its line', () => {
    expect(findDock({ ...page, line: 30 })?.top).toBeLessThan(30);
    const low = findDock({ ...page, line: 770 });
    expect(low?.top).toBeLessThanOrEqual(300);
    expect(low && low.top + low.room).toBeGreaterThan(770);
  });

  it('keeps off what stands in the margin, and takes the other one where that is better', () => {
    const below = findDock({ ...page, isFree: (x, y) => x < 1000 || y > 250 });
    expect(below?.side).toBe('right');
    expect(below?.top).toBeGreaterThan(250);
    const taken = { ...page, block: { left: 500, right: 1000 }, isFree: (x: number) => x < 1000 };
    expect(findDock(taken)?.side).toBe('left');
    const small = (x: number, y: number) => !(Math.abs(x - 1200) < 30 && Math.abs(y - 310) < 15);
    expect(findDock({ ...page, isFree: small })?.side).toBe('left');
  });

  it('needs enough height to read in', () => {
    const strip = { ...page, isFree: (_: number, y: number) => Math.abs(y - 300) < 90 };
    expect(findDock(strip)).toBeUndefined();
    expect(findDock({ ...strip, heightAt: () => 120 })).toBeDefined();
  });
});

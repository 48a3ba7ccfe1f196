import fc from 'fast-check';
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

  it('in any margin is free, inside the window, and met by its line between its corners', () => {
    const obstacle = fc.record({ x: fc.nat(1500), y: fc.nat(800), size: fc.integer({ min: 30, max: 300 }) });
    const margins = fc.record({
      left: fc.integer({ min: 0, max: 900 }),
      text: fc.integer({ min: 200, max: 700 }),
      line: fc.integer({ min: 0, max: 800 }),
      height: fc.integer({ min: 80, max: 700 }),
      obstacles: fc.array(obstacle, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(margins, ({ left, text, line, height, obstacles }) => {
        const isFree = (x: number, y: number) =>
          !obstacles.some(
            (each) => Math.abs(x - each.x) * 2 < each.size && Math.abs(y - each.y) * 2 < each.size,
          );
        const block = { left, right: left + text };
        const dock = findDock({ ...page, block, line, heightAt: () => height, isFree });
        if (!dock) return;
        expect(dock.left).toBeGreaterThanOrEqual(dock.side === 'left' ? 8 : block.right + 20);
        expect(dock.left + dock.width).toBeLessThanOrEqual(dock.side === 'left' ? left - 20 : 1500 - 8);
        expect(dock.top).toBeGreaterThanOrEqual(Math.min(8, line));
        expect(dock.top + dock.room).toBeLessThanOrEqual(Math.max(800 - 8, line));
        expect(dock.width).toBeGreaterThanOrEqual(page.leastWidth);
        expect(dock.room).toBeGreaterThanOrEqual(Math.min(height, 240));
        expect(line - dock.top).toBeGreaterThanOrEqual(14);
        expect(dock.top + dock.room - line).toBeGreaterThanOrEqual(14);
        // What is as large as the steps that it is looked for in is found.
        const bottom = dock.top + Math.min(height, dock.room);
        for (const { x, y, size } of obstacles) {
          const isBeside = x + size / 2 <= dock.left || x - size / 2 >= dock.left + dock.width - 1;
          const isOff = y + size / 2 - 12 <= dock.top || y - size / 2 + 12 >= bottom;
          expect(isBeside || isOff).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is looked for on both sides alike', () => {
    const mirrored = (margins: Margins): Margins => ({
      ...margins,
      block: { left: 1500 - margins.block.right, right: 1500 - margins.block.left },
    });
    for (const [left, right] of [
      [400, 1000],
      [300, 1150],
      [452, 1050],
      [250, 1250],
      [500, 1015],
    ] as const) {
      const here = findDock({ ...page, block: { left, right } });
      const there = findDock(mirrored({ ...page, block: { left, right } }));
      expect(there?.side).toBe(here && (here.side === 'left' ? 'right' : 'left'));
      expect(there?.left).toBe(here && 1500 - here.left - here.width);
    }
  });
});

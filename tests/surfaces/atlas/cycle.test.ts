import { describe, expect, it } from 'vitest';
import type { Framework, Point } from '../../../src/pack/argument';
import { findStoppers, layOutRing, wrapText } from '../../../src/surfaces/atlas/cycle';
import { trainium } from '../../ui/sample-cards';

const cite = { section: 's', paragraph: 1, number: 1, title: 'S', name: 'S' };
const point = (...cards: string[]): Point => ({
  name: 'P',
  stance: 'fact',
  text: 'T',
  cite,
  cards,
  ties: [],
});
const wheel = (...points: Point[]): Framework => ({ id: 'w', name: 'W', lead: 'L', shape: 'cycle', points });

describe('a ring', () => {
  it('starts at the top and goes round with the clock', () => {
    const [top, right, bottom, left] = layOutRing(4).nodes;
    expect(top?.y).toBeLessThan(right?.y ?? 0);
    expect(right?.x).toBeGreaterThan(bottom?.x ?? 0);
    expect(left?.x).toBeLessThan(bottom?.x ?? 0);
  });

  it('keeps every label on the drawing, and turns it away from the ring', () => {
    for (const steps of [2, 3, 4, 5, 6]) {
      const { nodes, arcs, width, height } = layOutRing(steps);
      expect(arcs).toHaveLength(steps);
      for (const { label } of [...nodes, ...arcs]) {
        expect(label.x).toBeGreaterThan(0);
        expect(label.x).toBeLessThan(width);
        expect(label.y).toBeGreaterThan(0);
        expect(label.y).toBeLessThan(height);
        if (label.anchor !== 'middle') expect(label.anchor === 'start').toBe(label.x > width / 2);
      }
    }
  });
});

describe('a label', () => {
  it('breaks between words', () => {
    expect(wrapText('bottlenecks become fixes', 20)).toEqual(['bottlenecks become', 'fixes']);
    expect(wrapText('Undercut', 20)).toEqual(['Undercut']);
  });
});

describe('what would stop a cycle', () => {
  const fragile = (id: string, by: string) =>
    [
      id,
      {
        ...trainium,
        id,
        relations: [{ type: 'undermined by' as const, card: by, name: `The ${by}`, because: 'b', cite }],
      },
    ] as const;
  const cards = new Map([fragile('a', 'storm'), fragile('b', 'storm'), fragile('c', 'rain')]);

  it('undermines more than one of its steps', () => {
    expect(findStoppers(wheel(point('a', 'c'), point('b')), cards)).toMatchObject([
      { card: 'storm', name: 'The storm', undermines: [{ id: 'a' }, { id: 'b' }] },
    ]);
  });

  it('is nothing where each step has troubles of its own', () => {
    expect(findStoppers(wheel(point('a', 'b'), point('c')), cards)).toEqual([]);
  });
});

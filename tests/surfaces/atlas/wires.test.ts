import { describe, expect, it } from 'vitest';
import type { Argument, Point, Tie } from '../../../src/pack/argument';
import { argument as shipped } from '../../../src/pack/built-in-argument';
import { routeWires, THESIS_BOX, visibleTies } from '../../../src/surfaces/atlas/wires';
import { source } from '../../ui/sample-cards';

const cite = { section: 's', paragraph: 1, number: 1, title: 'S', name: 'S' };
const point = (cards: string[], ...ties: [Tie['type'], string][]): Point => ({
  name: 'P',
  stance: 'risk',
  text: 'T',
  cite,
  cards,
  ties: ties.map(([type, card]) => ({ type, card, name: card, because: 'b' })),
});
const argument = (...points: Point[]): Argument => ({
  source,
  language: 'en',
  thesis: point(['deal', 'margin']),
  parts: [],
  frameworks: [{ id: 'f', name: 'F', lead: 'L', shape: 'row', points }],
  layers: [],
  parties: [],
});

describe('a tie is drawn', () => {
  it('to the box whose first card it names', () => {
    const ties = visibleTies(argument(point(['credits']), point(['storm'], ['undermines', 'credits'])));
    expect(ties).toEqual([{ type: 'undermines', from: 'f.1', to: 'f.0' }]);
  });

  it('to the thesis', () => {
    expect(visibleTies(argument(point(['storm'], ['undermines', 'deal'])))).toEqual([
      { type: 'undermines', from: 'f.0', to: THESIS_BOX },
    ]);
  });

  it('not to a box that speaks of the card among others, to itself, or to what has no box', () => {
    expect(
      visibleTies(argument(point(['a'], ['aims at', 'margin'], ['hedges', 'a'], ['answers', 'elsewhere']))),
    ).toEqual([]);
  });

  it('in the pack that ships only where its data have it', () => {
    if (!shipped) throw new Error('The pack has no argument.');
    const points = shipped.frameworks.flatMap((framework) => framework.points);
    expect(visibleTies(shipped).length).toBeGreaterThan(0);
    expect(visibleTies(shipped).length).toBeLessThanOrEqual(points.flatMap(({ ties }) => ties).length);
  });
});

describe('a wire', () => {
  const boxes = new Map([
    ['top', { left: 0, right: 300, top: 0, bottom: 100 }],
    ['middle', { left: 0, right: 300, top: 140, bottom: 240 }],
    ['low', { left: 0, right: 140, top: 280, bottom: 380 }],
  ]);
  const xs = (line: string) => [...line.matchAll(/[MLQ ](-?[\d.]+) -?[\d.]+/g)].map(([, x]) => Number(x));

  it('goes round what stands between, by the gutter', () => {
    const [wire] = routeWires([{ type: 'undermines', from: 'low', to: 'top' }], boxes, 320);
    expect(Math.max(...xs(wire?.line ?? ''))).toBe(320);
    // A bar, not an arrow.
    expect(wire?.end).toMatch(/^M[\d.]+ [\d.]+h14$/);
  });

  it('goes straight up to a neighbour', () => {
    const [wire] = routeWires([{ type: 'answers', from: 'low', to: 'middle' }], boxes, 320);
    expect(Math.max(...xs(wire?.line ?? ''))).toBeLessThan(300);
  });

  it('shares no track with another', () => {
    const wires = routeWires(
      [
        { type: 'undermines', from: 'low', to: 'top' },
        { type: 'aims at', from: 'low', to: 'top' },
      ],
      boxes,
      320,
    );
    const tracks = wires.map(({ line }) => Math.max(...xs(line)));
    expect(new Set(tracks).size).toBe(2);
  });

  it('is left out where a box is not there', () => {
    expect(routeWires([{ type: 'answers', from: 'low', to: 'gone' }], boxes, 320)).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { isInCorridor, lineBoxes } from '../../src/card/boxes';

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

it('makes one box of the pieces of a line, and of an element and its text', () => {
  const pieces = [box(100, 50, 30, 20), box(130, 48, 40, 24), box(132, 50, 36, 20), box(170, 50, 20, 20)];
  expect(lineBoxes(pieces, false)).toEqual([box(100, 48, 90, 24)]);
});

it('leaves the boxes of two lines apart, of two columns, and around a word between', () => {
  const lines = [box(500, 50, 80, 20), box(100, 72, 60, 20)];
  expect(lineBoxes(lines, false)).toEqual(lines);
  const columns = [box(100, 50, 80, 20), box(400, 50, 80, 20)];
  expect(lineBoxes(columns, false)).toEqual(columns);
  const apart = [box(100, 50, 80, 20), box(200, 50, 80, 20)];
  expect(lineBoxes(apart, false)).toEqual(apart);
});

it('knows lines that run down', () => {
  const pieces = [box(50, 100, 20, 30), box(48, 130, 24, 40), box(20, 30, 20, 60)];
  expect(lineBoxes(pieces, true)).toEqual([box(48, 100, 24, 70), box(20, 30, 20, 60)]);
});

it('passes over what has no extent', () => {
  expect(lineBoxes([box(100, 50, 0, 20), box(100, 50, 30, 20)], false)).toEqual([box(100, 50, 30, 20)]);
});

it('knows the corridor between a term and the card above, below or beside it', () => {
  const term = box(500, 300, 80, 24);
  expect(isInCorridor(term, box(482, 331, 372, 240), 700, 328)).toBe(true);
  expect(isInCorridor(term, box(482, 331, 372, 240), 700, 290)).toBe(false);
  expect(isInCorridor(term, box(482, 53, 372, 240), 490, 297)).toBe(true);
  expect(isInCorridor(term, box(121, 282, 372, 240), 496, 400)).toBe(true);
  expect(isInCorridor(term, box(121, 282, 372, 240), 496, 600)).toBe(false);
});

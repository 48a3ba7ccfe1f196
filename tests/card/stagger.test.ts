import { expect, it } from 'vitest';
import { type PlacedHead, staggerOffset } from '../../src/card/stagger';

const at = (left: number, top: number, head = 50): PlacedHead => ({ left, right: left + 372, top, head });

it('leaves a card where it hides no head', () => {
  expect(staggerOffset(at(0, 100), [], 1)).toBe(0);
  expect(staggerOffset(at(0, 100), [at(372, 100)], 1)).toBe(0);
  expect(staggerOffset(at(0, 100), [at(100, 150), at(100, 50)], 1)).toBe(0);
});

it('moves a card below its line further down, and one above it further up', () => {
  expect(staggerOffset(at(100, 110), [at(0, 100, 60)], 1)).toBe(50);
  expect(staggerOffset(at(100, 110, 40), [at(0, 100, 60)], -1)).toBe(-50);
});

it('goes past one card after the other, whatever their order', () => {
  expect(staggerOffset(at(0, 100), [at(10, 150), at(20, 100)], 1)).toBe(100);
  expect(staggerOffset(at(0, 100), [at(10, 50), at(20, 100)], -1)).toBe(-100);
});

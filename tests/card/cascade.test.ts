import { expect, it } from 'vitest';
import { cascade, type Standing } from '../../src/card/cascade';

const at = (left: number, top: number, head = 50): Standing => ({ left, right: left + 372, top, head });

it('leaves a card where it hides no head', () => {
  expect(cascade(at(0, 100), [], 1)).toBe(0);
  expect(cascade(at(0, 100), [at(372, 100)], 1)).toBe(0);
  expect(cascade(at(0, 100), [at(100, 150), at(100, 50)], 1)).toBe(0);
});

it('moves a card below its line further down, and one above it further up', () => {
  expect(cascade(at(100, 110), [at(0, 100, 60)], 1)).toBe(50);
  expect(cascade(at(100, 110, 40), [at(0, 100, 60)], -1)).toBe(-50);
});

it('goes past one card after the other, whatever their order', () => {
  expect(cascade(at(0, 100), [at(10, 150), at(20, 100)], 1)).toBe(100);
  expect(cascade(at(0, 100), [at(10, 50), at(20, 100)], -1)).toBe(-100);
});

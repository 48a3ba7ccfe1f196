import fc from 'fast-check';
import { expect, it } from 'vitest';
import { selectLongest } from '../../src/core/select';

const spans = fc
  .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })))
  .map((pairs) =>
    pairs.map(([start, length]) => ({ start, end: start + length })).sort((a, b) => a.start - b.start),
  );
const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;

it('keeps the longer of two that overlap, and of equal ones the first', () => {
  const short = { start: 4, end: 12 };
  const long = { start: 0, end: 12 };
  expect(selectLongest([long, short])).toEqual([long]);
  expect(
    selectLongest([
      { start: 0, end: 3 },
      { start: 2, end: 5 },
    ]),
  ).toEqual([{ start: 0, end: 3 }]);
});

it('keeps neighbours that only touch', () => {
  const touching = [
    { start: 0, end: 3 },
    { start: 3, end: 5 },
  ];
  expect(selectLongest(touching)).toEqual(touching);
});

it('takes the longest, then the longest that is still free, and so on', () => {
  fc.assert(
    fc.property(spans, (all) => {
      const expected: typeof all = [];
      const lengthOf = ({ start, end }: { start: number; end: number }) => end - start;
      for (const span of [...all].sort((a, b) => lengthOf(b) - lengthOf(a)))
        if (!expected.some((other) => overlap(span, other))) expected.push(span);
      expect(selectLongest(all)).toEqual(expected.sort((a, b) => a.start - b.start));
    }),
    { numRuns: 1000 },
  );
});

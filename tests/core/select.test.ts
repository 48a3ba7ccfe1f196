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

it('leaves no two that overlap, and drops none without a longer or equal one in its way', () => {
  fc.assert(
    fc.property(spans, (all) => {
      const kept = selectLongest(all);
      let end = 0;
      for (const span of kept) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        end = span.end;
      }
      for (const span of all.filter((each) => !kept.includes(each))) {
        const inTheWay = all.filter((other) => other !== span && overlap(other, span));
        expect(inTheWay.some((other) => other.end - other.start >= span.end - span.start)).toBe(true);
      }
    }),
  );
});

import { describe, expect, it } from 'vitest';
import { boxOfClip, boxOfClipPath } from '../../../src/card/navigation/clip-shape';

const BOX = { left: 100, top: 50, right: 300, bottom: 150 };
const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

describe('what clip-path leaves of a box', () => {
  it.each([
    ['inset(10px)', box(110, 60, 290, 140)],
    ['inset(0px 50% 10px 20px round 4px)', box(120, 50, 200, 140)],
    ['circle(20px at 50% 50%)', box(180, 80, 220, 120)],
    ['circle(0px)', box(200, 100, 200, 100)],
    ['ellipse(25% 10px at 0px 0px)', box(100, 50, 150, 60)],
    ['polygon(0px 0px, 0px 0px, 0px 0px)', box(100, 50, 100, 50)],
    ['polygon(evenodd, 0px 0px, 50% 100%, 100% 0px)', BOX],
  ])('%s', (shape, left) => {
    expect(boxOfClipPath(shape, BOX)).toEqual(left);
  });

  it('is empty where the insets meet', () => {
    const { left, right } = boxOfClipPath('inset(50%)', BOX);
    expect(right - left).toBe(0);
  });

  it('is taken for all of it where the shape is another', () => {
    for (const shape of [
      'none',
      'url("#a")',
      'path("M 0 0")',
      'inset(calc(50% - 1px))',
      'circle(closest-side)',
    ])
      expect(boxOfClipPath(shape, BOX)).toEqual(BOX);
  });
});

describe('what clip leaves of a box', () => {
  it.each([
    ['rect(0px, 0px, 0px, 0px)', box(100, 50, 100, 50)],
    ['rect(10px, 40px, auto, auto)', box(100, 60, 140, 150)],
    ['auto', BOX],
  ])('%s', (clip, left) => {
    expect(boxOfClip(clip, BOX)).toEqual(left);
  });
});

// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { alphaOf } from '../../src/card/occlusion';

describe('how opaque a colour is', () => {
  it.each([
    ['transparent', 0],
    ['rgba(0, 0, 0, 0)', 0],
    ['rgba(1, 2, 3, 0.25)', 0.25],
    ['rgb(1, 2, 0)', 1],
    ['color(srgb 1 0 0 / 0.3)', 0.3],
    ['oklch(0.5 0.1 20 / 40%)', 0.4],
    ['oklch(0.5 0.1 0)', 1],
  ])('%s', (colour, alpha) => {
    expect(alphaOf(colour)).toBe(alpha);
  });
});

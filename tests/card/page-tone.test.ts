// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { luminanceOf, toneAt } from '../../src/card/page-tone';

afterEach(() => {
  document.body.innerHTML = '';
});

function toneIn(html: string): string {
  document.body.innerHTML = html;
  const term = document.querySelector('b')?.firstChild;
  if (!term) throw new Error('The page has no term.');
  return toneAt(term);
}

it.each([
  ['rgb(255, 255, 255)', 1],
  ['rgb(0, 0, 0)', 0],
  ['rgba(20, 22, 26, 0.9)', 0.008],
  ['color(srgb 1 1 1)', 1],
  ['color(display-p3 0.1 0.1 0.1 / 0.5)', 0.01],
  ['oklch(0.2 0.1 250)', 0.008],
  ['lab(50 0 0)', 0.184],
])('the luminance of %s is %d', (color, luminance) => {
  expect(luminanceOf(color)).toBeCloseTo(luminance, 2);
});

it.each([
  ['a dark background', '<div style="background: #14161a"><p><b>Term</b></p></div>', 'dark'],
  [
    'a light one on a dark page',
    '<main style="background: #111"><p style="background: #fff"><b>Term</b></p></main>',
    'light',
  ],
  [
    'a tint over a dark one',
    '<main style="background: #111"><p style="background: rgba(255,255,255,0.1)"><b>Term</b></p></main>',
    'dark',
  ],
  [
    'light text over a picture',
    '<main style="background: #fff"><p style="background-image: linear-gradient(#000, #222); color: #eee"><b>Term</b></p></main>',
    'dark',
  ],
  ['no background and dark text', '<p style="color: #111"><b>Term</b></p>', 'light'],
  ['no background and light text', '<p style="color: #eee"><b>Term</b></p>', 'dark'],
])('a page has the tone of %s', (_, html, tone) => {
  expect(toneIn(html)).toBe(tone);
});

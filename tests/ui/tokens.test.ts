import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');

/** The colours of one scheme, from `light-dark(#…, #…)`. */
function readColours(scheme: 'light' | 'dark'): Map<string, string> {
  const pairs = css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map(
    [...pairs].map(([, name = '', light = '', dark = '']) => [name, scheme === 'light' ? light : dark]),
  );
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const BACKGROUNDS = ['surface', 'surface-2', 'surface-3', 'lamp-tint'];
const TEXTS = [
  ...['ink', 'ink-2', 'ink-3', 'link', 'lamp-ink'],
  ...['st-fact', 'st-claim', 'st-forecast', 'st-figure', 'st-risk', 'st-directive'],
];
const GRAPHICS = ['lamp', 'control', 'focus'];

test.each(['light', 'dark'] as const)(
  'in the %s scheme every text reads at 4.5:1, every pane and control at 3:1',
  (scheme) => {
    const colours = readColours(scheme);
    const colour = (name: string) => colours.get(name) ?? '#000000';
    const failures = [
      ...TEXTS.flatMap((text) => BACKGROUNDS.map((ground) => ({ text, ground, least: 4.5 }))),
      ...GRAPHICS.flatMap((text) => ['surface', 'surface-2'].map((ground) => ({ text, ground, least: 3 }))),
      { text: 'on-strong', ground: 'strong', least: 4.5 },
    ].filter(({ text, ground, least }) => contrast(colour(text), colour(ground)) < least);
    expect(failures).toEqual([]);
  },
);

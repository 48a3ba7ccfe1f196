import { flatParentOf } from '../page/flat-tree';
import { alphaOf } from './occlusion';

/** Whether a page is light or dark. */
export type Tone = 'light' | 'dark';

/** A page with less luminance than this is dark. */
const DARK = 0.18;

/**
 * Whether the page is light or dark where a text stands: by the first opaque background behind it, or by the text's own
 * colour where there is none, or a picture.
 */
export function toneAt(text: Node): Tone {
  const around = flatParentOf(text);
  for (let element = around; element; element = flatParentOf(element)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    if (backgroundImage !== 'none') break;
    if (alphaOf(backgroundColor) > 0.5) return luminanceOf(backgroundColor) < DARK ? 'dark' : 'light';
  }
  return around && luminanceOf(getComputedStyle(around).color) > DARK ? 'dark' : 'light';
}

/** Relative luminance of a colour as browsers compute it (WCAG 2; CSS Color 4, serialisation), from 0 to 1. */
export function luminanceOf(color: string): number {
  const [name = '', ...parts] = color.match(/[a-z][\w-]*|-?[\d.]+(?:e-?\d+)?/gi) ?? [];
  const numbers = parts.filter((part) => /^[-\d.]/.test(part)).map(Number);
  const [first = 0, second = 0, third = 0] = numbers;
  if (/^ok/.test(name)) return first ** 3;
  if (/^l/.test(name)) return ((first + 16) / 116) ** 3;
  const scale = /^rgb/.test(name) ? 255 : 1;
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(first / scale) + 0.7152 * linear(second / scale) + 0.0722 * linear(third / scale);
}

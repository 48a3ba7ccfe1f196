import type { FilterData } from './form-filter';
import type { ScreenData } from './screen';

const BYTES = 4;

/**
 * Packs a filter into one string: as JSON, its numbers would have to be parsed in every frame.
 * @returns base64 (RFC 4648) of 32-bit integers, the lowest byte first: the number of gates, the gates, the leads
 */
export function packFilter({ gates, leads }: FilterData): string {
  let bytes = '';
  for (const number of [gates.length, ...Array.from(gates), ...Array.from(leads)])
    for (let shift = 0; shift < 8 * BYTES; shift += 8)
      bytes += String.fromCharCode((number >>> shift) & 0xff);
  return btoa(bytes);
}

/**
 * Reads what `packFilter` wrote.
 * @throws Error where it is anything else
 */
export function unpackFilter(table: string): FilterData {
  const bytes = atob(table);
  const numbers = new Int32Array(bytes.length / BYTES);
  for (let place = 0, at = 0; place < numbers.length; place++)
    numbers[place] =
      bytes.charCodeAt(at++) |
      (bytes.charCodeAt(at++) << 8) |
      (bytes.charCodeAt(at++) << 16) |
      (bytes.charCodeAt(at++) << 24);
  const gateCount = numbers[0] ?? -1;
  if (gateCount < 0 || gateCount >= numbers.length) throw new Error('The table of forms is broken.');
  return { gates: numbers.subarray(1, gateCount + 1), leads: numbers.subarray(gateCount + 1) };
}

const PARTS = '.';

/** Packs a screen into one string, its filters as `packFilter` does. */
export function packScreen({ strong, cues, longCues }: ScreenData): string {
  return [strong, cues, longCues].map(packFilter).join(PARTS);
}

/**
 * Reads what `packScreen` wrote.
 * @throws Error where it is anything else
 */
export function unpackScreen(table: string): ScreenData {
  const [strong = '', cues = '', longCues = ''] = table.split(PARTS);
  return { strong: unpackFilter(strong), cues: unpackFilter(cues), longCues: unpackFilter(longCues) };
}

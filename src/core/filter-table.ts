import type { FilterData } from './form-filter';
import type { ScreenData } from './screen';

const BYTES = 4;

/**
 * Packs a filter into one string: as JSON, its numbers would have to be parsed in every frame.
 * @returns base64 (RFC 4648) of 32-bit little-endian integers: the number of prefix hashes, these, the continuation hashes
 */
export function packFilter({ prefixHashes, continuationHashes }: FilterData): string {
  let bytes = '';
  for (const number of [prefixHashes.length, ...Array.from(prefixHashes), ...Array.from(continuationHashes)])
    for (let shift = 0; shift < 8 * BYTES; shift += 8)
      bytes += String.fromCharCode((number >>> shift) & 0xff);
  return btoa(bytes);
}

/**
 * Unpacks a filter.
 * @param table as `packFilter` returns it
 * @throws Error if it is anything else
 */
export function unpackFilter(table: string): FilterData {
  const bytes = atob(table);
  const numbers = new Int32Array(bytes.length / BYTES);
  for (let index = 0, at = 0; index < numbers.length; index++)
    numbers[index] =
      bytes.charCodeAt(at++) |
      (bytes.charCodeAt(at++) << 8) |
      (bytes.charCodeAt(at++) << 16) |
      (bytes.charCodeAt(at++) << 24);
  const prefixCount = numbers[0] ?? -1;
  if (prefixCount < 0 || prefixCount >= numbers.length) throw new Error('The table of forms is broken.');
  return {
    prefixHashes: numbers.subarray(1, prefixCount + 1),
    continuationHashes: numbers.subarray(prefixCount + 1),
  };
}

const PARTS = '.';

/** Packs a screen into one string, its filters as `packFilter` does. */
export function packScreen({ strong, cues, longCues }: ScreenData): string {
  return [strong, cues, longCues].map(packFilter).join(PARTS);
}

/**
 * Unpacks a screen.
 * @param table as `packScreen` returns it
 * @throws Error if it is anything else
 */
export function unpackScreen(table: string): ScreenData {
  const [strong = '', cues = '', longCues = ''] = table.split(PARTS);
  return { strong: unpackFilter(strong), cues: unpackFilter(cues), longCues: unpackFilter(longCues) };
}

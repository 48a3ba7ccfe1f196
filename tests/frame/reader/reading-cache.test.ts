import { expect, it } from 'vitest';
import type { BlockReading } from '../../../src/core/read-block';
import type { Block } from '../../../src/frame/reader/blocks';
import { ReadingCache } from '../../../src/frame/reader/reading-cache';

const block = (text: string, isHeading = false) => ({ text, isHeading }) as Block;
const reading = (name: string) => ({ name }) as unknown as BlockReading;

it('keeps what was read, headings apart', () => {
  const cache = new ReadingCache();
  cache.keep(block('one'), reading('a'));
  cache.keep(block('one', true), reading('b'));
  expect([cache.get(block('one')), cache.get(block('one', true)), cache.get(block('two'))]).toEqual([
    reading('a'),
    reading('b'),
    undefined,
  ]);
});

it('lets go of what has not been asked for the longest', () => {
  const cache = new ReadingCache();
  const long = (name: string) => block(name.repeat(40_000));
  cache.keep(long('a'), reading('a'));
  cache.keep(long('b'), reading('b'));
  cache.get(long('a'));
  cache.keep(long('c'), reading('c'));
  expect(['a', 'b', 'c'].map((name) => cache.get(long(name)) !== undefined)).toEqual([true, false, true]);
});

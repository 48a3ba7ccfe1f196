import type { BlockReading } from '../../core/read-block';
import type { Block } from './blocks';

/** Size limit: characters of all cached texts. */
const MAX_CHARACTERS = 100_000;

/** LRU cache of the engine's readings, by text: a page may show and hide the same lines again and again. */
export class ReadingCache {
  /** Least recently used first. */
  readonly #readings = new Map<string, BlockReading>();
  #characters = 0;

  /** The cached reading of a block with the same text. */
  get(block: Block): BlockReading | undefined {
    const key = keyOf(block);
    const reading = this.#readings.get(key);
    if (!reading) return undefined;
    this.#readings.delete(key);
    this.#readings.set(key, reading);
    return reading;
  }

  /** Adds a block's reading, and removes the least recently used ones beyond the limit. */
  set(block: Block, reading: BlockReading): void {
    const key = keyOf(block);
    this.#delete(key);
    this.#readings.set(key, reading);
    this.#characters += key.length;
    for (const oldest of this.#readings.keys()) {
      if (this.#characters <= MAX_CHARACTERS) break;
      this.#delete(oldest);
    }
  }

  #delete(key: string): void {
    if (this.#readings.delete(key)) this.#characters -= key.length;
  }
}

/** The same text is read differently in a heading. */
const keyOf = ({ text, isHeading }: Block) => `${isHeading ? 'h' : 'p'}${text}`;

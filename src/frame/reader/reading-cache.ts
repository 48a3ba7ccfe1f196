import type { BlockReading } from '../../core/read-block';
import type { Block } from './blocks';

/** Characters of all texts that are kept, at most. */
const MAX_CHARACTERS = 100_000;

/** What the engine said of the latest texts: a page that shows and hides the same lines is not read anew each time. */
export class ReadingCache {
  /** The one that was asked for last is the last. */
  readonly #readings = new Map<string, BlockReading>();
  #characters = 0;

  /** What was read in a block of the same text, if it is kept. */
  get(block: Block): BlockReading | undefined {
    const key = keyOf(block);
    const reading = this.#readings.get(key);
    if (!reading) return undefined;
    this.#readings.delete(key);
    this.#readings.set(key, reading);
    return reading;
  }

  /** Keeps what was read in a block, in place of what has not been asked for the longest. */
  keep(block: Block, reading: BlockReading): void {
    const key = keyOf(block);
    this.#forget(key);
    this.#readings.set(key, reading);
    this.#characters += key.length;
    for (const oldest of this.#readings.keys()) {
      if (this.#characters <= MAX_CHARACTERS) break;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    if (this.#readings.delete(key)) this.#characters -= key.length;
  }
}

/** A heading is read otherwise. */
const keyOf = ({ text, isHeading }: Block) => `${isHeading ? 'h' : 'p'}${text}`;

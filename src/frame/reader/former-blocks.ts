import type { Block } from './blocks';
import type { StoredBlock } from './stored-block';

/** Up to this many blocks, a new block is compared with each of them. */
const MAX_COMPARED = 20;

/** A container's blocks as they were before it changed. */
export class FormerBlocks {
  readonly #blocks: StoredBlock[] = [];
  readonly #byText = new Map<string, StoredBlock[]>();

  get size(): number {
    return this.#blocks.length;
  }

  add(stored: StoredBlock): void {
    this.#blocks.push(stored);
    const { text } = stored.block;
    const same = this.#byText.get(text);
    if (same) same.push(stored);
    else this.#byText.set(text, [stored]);
  }

  /** The blocks that a new one may come from: all if they are few, else those with the same text. */
  matching({ text }: Block): readonly StoredBlock[] {
    return this.size <= MAX_COMPARED ? this.#blocks : (this.#byText.get(text) ?? []);
  }
}

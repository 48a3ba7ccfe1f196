import type { Block } from './blocks';
import type { StoredBlock } from './stored-block';

/** Of so many blocks, each is looked at for what stayed in its place. */
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

  /** The blocks that a new one may go back to; of many, as a long text has them, those of the same text. */
  matching({ text }: Block): readonly StoredBlock[] {
    return this.size <= MAX_COMPARED ? this.#blocks : (this.#byText.get(text) ?? []);
  }
}

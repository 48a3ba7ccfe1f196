/** Characters read from a long text node at a time: browsers return a copy, Firefox even of cached text. */
const WINDOW_CHARACTERS = 65_536;

/** Reads a text node from start to end in small steps, without copying all of it at each. */
export class TextWindow {
  #node: Text | undefined;
  #start = 0;
  #text = '';

  /**
   * A part of a node's text.
   * @param from at most the node's length
   * @param count at most so many characters, and fewer only at the node's end
   */
  read(node: Text, from: number, count: number): string {
    const { length } = node;
    const to = Math.min(from + count, length);
    if (node !== this.#node || from < this.#start || to > this.#start + this.#text.length) {
      this.#node = node;
      this.#start = length <= WINDOW_CHARACTERS ? 0 : from;
      this.#text =
        length <= WINDOW_CHARACTERS
          ? node.data
          : node.substringData(from, Math.max(WINDOW_CHARACTERS, count));
    }
    return this.#text.slice(from - this.#start, to - this.#start);
  }

  /** To be called when the page may have changed. */
  clear(): void {
    this.#node = undefined;
    this.#text = '';
  }
}

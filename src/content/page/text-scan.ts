import { Carried, type FormFilter } from '../../core/form-filter';
import { containerOf, isInvisible } from './elements';
import { Walk } from './walk';

/** Nodes that are read between two looks at the clock. */
const NODES_A_LOOK = 32;
/** Characters that are read of a node at a time. */
const PIECE = 32_768;

/**
 * Reads all text under a root once, and names the containers whose runs may hold a form. What it passes over costs
 * little more than to be read: no element is looked at, and nothing is kept.
 */
export class TextScan {
  readonly #walk: Walk;
  readonly #filter: FormFilter;
  /** The first text node that is read; nothing is read before it on the first round. */
  readonly #start: Node | null;
  readonly #carried = new Carried();
  readonly #named = new Set<Node>();
  /** Where in the current node to go on. */
  #offset = 0;
  #isRound = false;

  /**
   * @param root an element, document fragment or document
   * @param start where to begin; when the end is reached, what comes before it is read
   */
  constructor(root: Node, filter: FormFilter, start?: Node) {
    this.#walk = new Walk(root, NodeFilter.SHOW_TEXT);
    this.#filter = filter;
    const { walker } = this.#walk;
    if (start) walker.currentNode = start;
    this.#start = start ? walker.nextNode() : null;
    // The first step leads to it again.
    if (start && !walker.previousNode()) walker.currentNode = root;
  }

  pause(): void {
    this.#walk.pause();
  }

  get isBroken(): boolean {
    return this.#walk.isBroken;
  }

  /**
   * Goes on.
   * @param isOver asked now and then whether to stop
   * @returns the next container with text that may hold a form, each once; `null` at the end, `undefined` where it was
   *   stopped
   */
  next(isOver: () => boolean): Node | null | undefined {
    const { walker } = this.#walk;
    let patience = NODES_A_LOOK;
    for (;;) {
      if (--patience < 0) {
        if (isOver()) return undefined;
        patience = NODES_A_LOOK;
      }
      if (this.#offset === 0 && !this.#advance()) return null;
      const node = walker.currentNode as Text;
      let { data } = node;
      const { length } = data;
      if (length > PIECE) {
        data = data.slice(this.#offset, this.#offset + PIECE);
        this.#offset = this.#offset + PIECE < length ? this.#offset + PIECE : 0;
        patience -= NODES_A_LOOK / 2;
      }
      // A term goes on behind a script in its midst, but not into it.
      if (!this.#carried.isEmpty && isInvisible(node.parentElement)) continue;
      if (!this.#filter.mayHold(data, this.#carried)) continue;
      this.#offset = 0;
      const container = containerOf(node);
      if (this.#named.has(container)) continue;
      this.#named.add(container);
      return container;
    }
  }

  /** Goes to the next text node. */
  #advance(): boolean {
    const { walker } = this.#walk;
    let next = walker.nextNode();
    if (!next && this.#start && !this.#isRound) {
      this.#isRound = true;
      this.#carried.clear();
      walker.currentNode = walker.root;
      next = walker.nextNode();
    }
    return next !== null && !(this.#isRound && next === this.#start);
  }
}

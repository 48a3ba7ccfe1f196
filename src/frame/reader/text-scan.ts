import { SEAM_CHARACTER } from '../../core/tokenize';
import { attempt } from '../../page/attempt';
import { READINGS, WITHHELD } from '../../page/elements';
import { createWalker, query, queryAll } from '../../platform/dom';
import { Walk } from './walk';

/** Size of a passage in characters, and in text nodes, roughly. */
const MAX_CHARACTERS = 100_000;
const MAX_STEPS = 4_000;
/** Characters of a passage that the next one repeats: a form may start in them. */
const OVERLAP = 128;

/** Text of many nodes, in page order. */
export interface Passage {
  /** A piece for each node, each followed by SEAM: whether a word continues in the next piece is unknown. */
  readonly text: string;
  readonly nodes: readonly Text[];
}

/** Scans the text of a subtree once, in passages. */
export class TextScan {
  readonly #walk: Walk;
  /** The text node to start with; those before it come last. */
  readonly #start: Node | null;
  /** Text nodes that are left out; the text before them continues after them. */
  readonly #withheld = new Set<Node>();
  #hasWrapped = false;
  #isDone = false;
  #stepsLeft = 0;
  /** Where in the current node to continue. */
  #offset = 0;
  /** The end of the last passage: nodes and text. */
  #nodes: Text[] = [];
  #text = '';
  /** Whether white space follows what was appended last. */
  #hasPendingSpace = false;

  /**
   * @param root an element, document fragment or document
   * @param start where to start; at the end, the scan wraps around to what comes before it
   */
  constructor(root: Node, start?: Node) {
    this.#walk = new Walk(root, NodeFilter.SHOW_TEXT);
    for (const element of queryAll(root as Element, WITHHELD)) this.#withhold(element);
    // Asking for one name is cheap; few pages have any.
    if (query(root as Element, 'rt'))
      for (const element of queryAll(root as Element, READINGS)) this.#withhold(element);
    const { walker } = this.#walk;
    if (start) walker.currentNode = start;
    this.#start = start ? walker.nextNode() : null;
    // The first step leads to it again.
    if (start && !walker.previousNode()) walker.currentNode = root;
  }

  #withhold(element: Element): void {
    const texts = createWalker(element, NodeFilter.SHOW_TEXT);
    // An element inside one that is withheld has no text of its own left.
    while (texts.nextNode() && !this.#withheld.has(texts.currentNode)) this.#withheld.add(texts.currentNode);
  }

  pause(): void {
    this.#walk.pause();
  }

  get isBroken(): boolean {
    return this.#walk.isBroken;
  }

  /** The next passage; null after the last one. */
  next(): Passage | null {
    if (this.#isDone) return null;
    this.#keepOverlap();
    this.#stepsLeft = MAX_STEPS;
    while (this.#hasRoom) attempt(() => this.#fill());
    return { text: this.#text, nodes: this.#nodes };
  }

  get #hasRoom(): boolean {
    return !this.#isDone && this.#stepsLeft > 0 && this.#text.length < MAX_CHARACTERS;
  }

  /** Fills the passage. One loop with few calls: it runs once a page, over each of its text nodes. */
  #fill(): void {
    const { walker } = this.#walk;
    while (this.#hasRoom) {
      this.#stepsLeft--;
      const node = (this.#offset === 0 ? walker.nextNode() : walker.currentNode) as Text | null;
      if (!node) {
        this.#isDone = !this.#wrapAround();
        continue;
      }
      // The first node is scanned again: a form may continue in it.
      if (node === this.#start) this.#isDone = this.#hasWrapped;
      let data = this.#offset === 0 ? node.data : '';
      if (this.#offset > 0 || data.length > MAX_CHARACTERS) data = this.#partOf(node);
      // Many pages are mostly white space: what is between two texts becomes one space.
      const trimmed = data.trim();
      if (trimmed === '') {
        if (data !== '') this.#hasPendingSpace = true;
      } else if (!this.#withheld.has(node)) this.#append(node, data, trimmed);
    }
  }

  /** Appends a node's text with SEAM. */
  #append(node: Text, data: string, trimmed: string): void {
    const hasSpace = trimmed.length < data.length;
    if (this.#hasPendingSpace || (hasSpace && data.charCodeAt(0) !== trimmed.charCodeAt(0)))
      this.#text += ' ';
    this.#hasPendingSpace =
      hasSpace && data.charCodeAt(data.length - 1) !== trimmed.charCodeAt(trimmed.length - 1);
    this.#nodes.push(node);
    // No text should hold SEAM, but some page will.
    this.#text += trimmed.includes(SEAM_CHARACTER) ? trimmed.replaceAll(SEAM_CHARACTER, ' ') : trimmed;
    this.#text += SEAM_CHARACTER;
  }

  /** The next part of a long text, which may have become shorter meanwhile. */
  #partOf(node: Text): string {
    const from = this.#offset;
    this.#offset = 0;
    const { length } = node;
    if (from >= length) return '';
    if (length - from > MAX_CHARACTERS) this.#offset = from + MAX_CHARACTERS;
    return node.substringData(from, MAX_CHARACTERS);
  }

  /** Starts a passage with the end of the last one; only its first piece may be cut. */
  #keepOverlap(): void {
    this.#text = this.#text.slice(-OVERLAP);
    const count = this.#text.split(SEAM_CHARACTER).length - 1;
    this.#nodes = count > 0 ? this.#nodes.slice(-count) : [];
  }

  /** Continues with what comes before the start, once. */
  #wrapAround(): boolean {
    if (!this.#start || this.#hasWrapped) return false;
    this.#hasWrapped = true;
    this.#walk.walker.currentNode = this.#walk.walker.root;
    return true;
  }
}

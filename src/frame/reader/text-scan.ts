import { SEAM_CHARACTER } from '../../core/tokenize';
import { attempt } from '../../page/attempt';
import { READINGS, WITHHELD } from '../../page/elements';
import { createWalker, query, queryAll } from '../../platform/dom';
import { Walk } from './walk';

/** Characters, and text nodes, that are taken at a time, roughly. */
const MAX_CHARACTERS = 100_000;
const MAX_STEPS = 4_000;
/** Of a passage's end, what the next one begins with, in characters: a form may start in it. */
const OVERLAP = 128;

/** Text of many nodes, put together as it stands in the page. */
export interface Passage {
  /** One piece for each node, closed by SEAM; of two neighbours it is not known whether a word goes on in the next. */
  readonly text: string;
  readonly nodes: readonly Text[];
}

/** Takes all text under a root once, in passages. */
export class TextScan {
  readonly #walk: Walk;
  /** The first text node that is taken; what stands before it comes last. */
  readonly #start: Node | null;
  /** Texts that are passed over: what is before them goes on behind them. */
  readonly #withheld = new Set<Node>();
  #hasWrapped = false;
  #isDone = false;
  /** Where in the current node to go on. */
  #offset = 0;
  /** The nodes of the last passage's end, and its text. */
  #nodes: Text[] = [];
  #text = '';
  /** Whether white space stands behind what was read last. */
  #hasPendingSpace = false;

  /**
   * @param root an element, document fragment or document
   * @param start where to begin; when the end is reached, what comes before it is read
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

  /** The next passage; null behind the last one. */
  next(): Passage | null {
    if (this.#isDone) return null;
    this.#keepOverlap();
    const { walker } = this.#walk;
    const nodes = this.#nodes;
    let text = this.#text;
    for (let steps = 0; !this.#isDone && steps < MAX_STEPS && text.length < MAX_CHARACTERS; steps++) {
      const node = (this.#offset === 0 ? walker.nextNode() : walker.currentNode) as Text | null;
      if (!node) {
        this.#isDone = !this.#wrapAround();
        continue;
      }
      // Where it started is taken again: a form may go on in it.
      this.#isDone = this.#hasWrapped && node === this.#start;
      text += attempt(() => this.#append(node)) ?? '';
    }
    this.#text = text;
    return { text, nodes };
  }

  /** Takes in what is next of a node, if it is to be read. @returns its piece, closed; nothing where it is none */
  #append(node: Text): string {
    const data = this.#partOf(node);
    // White space is most of many pages: what lies between two texts is taken as one space.
    const trimmed = data.trim();
    if (trimmed === '') {
      this.#hasPendingSpace ||= data !== '';
      return '';
    }
    if (this.#withheld.has(node)) return '';
    const hasSpace = trimmed.length < data.length;
    const needsSpace = this.#hasPendingSpace || (hasSpace && data.charCodeAt(0) !== trimmed.charCodeAt(0));
    this.#hasPendingSpace =
      hasSpace && data.charCodeAt(data.length - 1) !== trimmed.charCodeAt(trimmed.length - 1);
    this.#nodes.push(node);
    // No text should hold the seam, but some page will.
    const piece = trimmed.includes(SEAM_CHARACTER) ? trimmed.replaceAll(SEAM_CHARACTER, ' ') : trimmed;
    return `${needsSpace ? ' ' : ''}${piece}${SEAM_CHARACTER}`;
  }

  /** What is next of a node, which may have become shorter since its last part was taken. */
  #partOf(node: Text): string {
    const from = this.#offset;
    this.#offset = 0;
    const { length } = node;
    if (from === 0 && length <= MAX_CHARACTERS) return node.data;
    if (from >= length) return '';
    if (length - from > MAX_CHARACTERS) this.#offset = from + MAX_CHARACTERS;
    return node.substringData(from, MAX_CHARACTERS);
  }

  /** Begins a passage with the end of the last one, in whole pieces but for the first. */
  #keepOverlap(): void {
    this.#text = this.#text.slice(-OVERLAP);
    const count = this.#text.split(SEAM_CHARACTER).length - 1;
    this.#nodes = count > 0 ? this.#nodes.slice(-count) : [];
  }

  /** Goes on with what comes before the start, once. */
  #wrapAround(): boolean {
    if (!this.#start || this.#hasWrapped) return false;
    this.#hasWrapped = true;
    this.#walk.walker.currentNode = this.#walk.walker.root;
    return true;
  }
}

import { type FormFilter, hasIrregular } from '../../core/form-filter';
import { SEAM } from '../../core/tokenize';
import { containerOf, UNSEEN } from './elements';
import { Walk } from './walk';

/** Characters that are read at a time, roughly: enough to make light of what each time costs. */
const PORTION = 8_192;
/** Of a portion's end, what the next one begins with: a form may start in it. */
const OVERLAP = 128;
const SEAM_CHARACTER = String.fromCharCode(SEAM);

/**
 * Reads all text under a root once, and names the containers whose runs may hold a form. What it passes over costs
 * little more than to be read: text nodes are read together, in portions, and nothing is kept of them.
 */
export class TextScan {
  readonly #walk: Walk;
  readonly #filter: FormFilter;
  /** The first text node that is read; nothing is read before it on the first round. */
  readonly #start: Node | null;
  readonly #named = new Set<Node>();
  /** Texts that are not shown: what is before such a text goes on behind it. */
  readonly #unseen = new Set<Node>();
  #isRound = false;
  #isOver = false;
  /** Where in the current node to go on. */
  #offset = 0;
  /** What is read, and the text nodes that it comes from, with the places where their text starts. */
  #portion = '';
  #nodes: Text[] = [];
  #starts: number[] = [];
  /** Whether white space stands behind what was read last. */
  #isParted = false;
  /** How far the portion has been read; -1 where it has been read to its end. */
  #at = -1;

  /**
   * @param root an element, document fragment or document
   * @param start where to begin; when the end is reached, what comes before it is read
   */
  constructor(root: Node, filter: FormFilter, start?: Node) {
    this.#walk = new Walk(root, NodeFilter.SHOW_TEXT);
    this.#filter = filter;
    for (const element of (root as ParentNode).querySelectorAll(UNSEEN))
      for (let child = element.firstChild; child; child = child.nextSibling) this.#unseen.add(child);
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
    for (;;) {
      if (this.#at === -1) {
        if (this.#isOver) return null;
        if (isOver()) return undefined;
        this.#fill();
      }
      const found = this.#filter.find(this.#portion, this.#at, false);
      if (found === -1) {
        this.#at = -1;
        continue;
      }
      const place = this.#placeOf(found);
      const node = this.#nodes[place] as Text;
      this.#at = this.#starts[place + 1] ?? this.#portion.length;
      if (!this.#isSure(place)) continue;
      const container = containerOf(node);
      if (this.#named.has(container)) continue;
      this.#named.add(container);
      return container;
    }
  }

  /** Reads the next portion. */
  #fill(): void {
    const { walker } = this.#walk;
    this.#keepOverlap();
    let portion = this.#portion;
    while (portion.length < PORTION) {
      const node = (this.#offset === 0 ? walker.nextNode() : walker.currentNode) as Text | null;
      if (!node || (this.#isRound && node === this.#start)) {
        if (this.#goRound()) continue;
        this.#isOver = true;
        break;
      }
      let { data } = node;
      if (data.length > PORTION) {
        const end = this.#offset + PORTION;
        const isLast = end >= data.length;
        data = data.slice(this.#offset, end);
        this.#offset = isLast ? 0 : end;
      }
      // White space is most of many pages: what lies between two texts is read as one space.
      const text = data.trim();
      if (text === '') {
        this.#isParted ||= data !== '';
        continue;
      }
      if (this.#unseen.has(node)) continue;
      const hasSpace = text.length < data.length;
      if (this.#isParted || (hasSpace && data.charCodeAt(0) !== text.charCodeAt(0))) portion += ' ';
      this.#isParted = hasSpace && data.charCodeAt(data.length - 1) !== text.charCodeAt(text.length - 1);
      this.#nodes.push(node);
      this.#starts.push(portion.length);
      portion += text + SEAM_CHARACTER;
    }
    this.#portion = portion;
    this.#at = 0;
  }

  /** Begins a portion with the end of the last one. */
  #keepOverlap(): void {
    const from = Math.max(0, this.#portion.length - OVERLAP);
    const first = this.#placeOf(from);
    this.#nodes = this.#nodes.slice(first);
    this.#starts = this.#starts.slice(first).map((start) => Math.max(0, start - from));
    this.#portion = this.#portion.slice(from);
  }

  /** The number of the node that a place in the portion belongs to. */
  #placeOf(at: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Whether a node's text may hold a form, or begin one, when it is normalized. */
  #isSure(place: number): boolean {
    const from = this.#starts[place] as number;
    const to = this.#starts[place + 1] ?? this.#portion.length;
    if (!hasIrregular(this.#portion, from, to)) return true;
    const around = this.#portion.slice(Math.max(0, from - OVERLAP), to + OVERLAP);
    // A mark may belong to the letter before the seam.
    return [around, around.replaceAll(SEAM_CHARACTER, '')].some((text) => this.#filter.mayHold(text));
  }

  /** Goes on with what comes before the start, once. */
  #goRound(): boolean {
    if (!this.#start || this.#isRound) return false;
    this.#isRound = true;
    this.#walk.walker.currentNode = this.#walk.walker.root;
    return true;
  }
}

import { containerOf, isInHeading, isInline, SKIPPED } from './elements';

/** A run of page text that is read as one, though it may span several text nodes. */
export interface Block {
  /** The node whose own run of text it is: an element that is not inline, or a root. */
  readonly container: Node;
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Where each node's text starts in `text`. */
  readonly starts: readonly number[];
  readonly isHeading: boolean;
}

/** Longer runs are cut at a text node, so that one slice of work stays short. */
const MAX_BLOCK = 20_000;

/** What a walk goes through: the whole subtree, or only the root's own runs, without the blocks inside it. */
export type Depth = 'subtree' | 'own';

/**
 * Walks a subtree and yields its blocks in document order. The tree must not change between two steps of one walk;
 * where it did, the watcher reads the changed part again.
 * @param root an element, document or shadow root that is not skipped itself
 * @param onElement is told every element that is walked through (for finding shadow hosts)
 */
export function* walkBlocks(root: Node, depth: Depth, onElement: (element: Element) => void): Generator<Block> {
  const owner = root.ownerDocument ?? (root as Document);
  const skipped = new Set('querySelectorAll' in root ? (root as ParentNode).querySelectorAll(SKIPPED) : []);
  const walker = owner.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const containers = new Map<Node, Node>();
  let run: Run | undefined;
  let node = walker.nextNode();
  while (node) {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node as Text;
      const parent = text.parentNode as Node;
      let container = containers.get(parent);
      if (container === undefined) {
        container = containerOf(parent);
        containers.set(parent, container);
      }
      if (run && (run.container !== container || run.length > MAX_BLOCK)) {
        yield run.finish();
        run = undefined;
      }
      run ??= new Run(container);
      run.add(text);
      node = walker.nextNode();
      continue;
    }
    const element = node as Element;
    const isSkipped = skipped.has(element);
    if (!isSkipped) onElement(element);
    if (isInline(element)) {
      node = isSkipped ? nextOutside(walker) : walker.nextNode();
      if (isSkipped) run?.breakLine();
    } else if (element.localName === 'br') {
      run?.breakLine();
      node = walker.nextNode();
    } else {
      if (run) yield run.finish();
      run = undefined;
      node = isSkipped || depth === 'own' ? nextOutside(walker) : walker.nextNode();
    }
  }
  if (run) yield run.finish();
}

/** Goes to the next node that is not inside the current one. */
function nextOutside(walker: TreeWalker): Node | null {
  let next = walker.nextSibling();
  while (!next) {
    if (!walker.parentNode() || walker.currentNode === walker.root) return null;
    next = walker.nextSibling();
  }
  return next;
}

class Run {
  readonly #nodes: Text[] = [];
  readonly #starts: number[] = [];
  #text = '';
  readonly container: Node;

  constructor(container: Node) {
    this.container = container;
  }

  get length(): number {
    return this.#text.length;
  }

  add(node: Text): void {
    const previous = this.#nodes.at(-1);
    if (previous && touches(this.#text, node.data) && isRenderedApart(previous, node)) this.breakLine();
    this.#starts.push(this.#text.length);
    this.#nodes.push(node);
    this.#text += node.data;
  }

  breakLine(): void {
    if (this.#text !== '' && !this.#text.endsWith('\n')) this.#text += '\n';
  }

  finish(): Block {
    return {
      container: this.container,
      text: this.#text,
      nodes: this.#nodes,
      starts: this.#starts,
      isHeading: isInHeading(this.container),
    };
  }
}

const touches = (before: string, after: string) => /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);

/** Whether two text nodes whose letters touch in the source are shown apart: an inline element may be a box by style. */
function isRenderedApart(before: Text, after: Text): boolean {
  if (before.parentNode === after.parentNode) return false;
  const boxes = (text: Text, other: Text) => {
    for (let element = text.parentElement; element && !element.contains(other); element = element.parentElement)
      if (!/^(inline|contents|ruby)/.test(getComputedStyle(element).display) || isFloating(element)) return true;
    return false;
  };
  return boxes(before, after) || boxes(after, before);
}

function isFloating(element: Element): boolean {
  const { position, float } = getComputedStyle(element);
  return position === 'absolute' || position === 'fixed' || float !== 'none';
}

/** The text node and offset that a block's offset stands for. `isEnd` prefers the end of a node to the next one's start. */
export function locate(block: Block, offset: number, isEnd: boolean): { node: Text; offset: number } {
  let low = 0;
  let high = block.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = block.starts[middle] as number;
    if (isEnd ? start < offset : start <= offset) low = middle;
    else high = middle - 1;
  }
  const node = block.nodes[low] as Text;
  return { node, offset: Math.min(offset - (block.starts[low] as number), node.length) };
}

/** A range that keeps its place without following the page: cheap, and replaced when its block is read again. */
export function rangeOf(block: Block, start: number, end: number): StaticRange {
  const from = locate(block, start, false);
  const to = locate(block, end, true);
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
}

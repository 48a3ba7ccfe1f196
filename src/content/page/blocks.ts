import { containerOf, flowOf, isInHeading, SKIPPED } from './elements';

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

/** What a walk goes through: the whole subtree, or only the root's own runs, without the blocks inside it. */
export type Depth = 'subtree' | 'own';

/** Longer runs are cut at a text node, so that one slice of work stays short. */
const MAX_BLOCK = 20_000;

/** A walk over a subtree that gives its blocks in document order, and that may pause while the page changes. */
export class BlockWalk {
  readonly #walker: TreeWalker;
  readonly #skipped: ReadonlySet<Element>;
  readonly #blocks: Generator<Block>;
  /** The node reached when the walk last paused, and its ancestors. */
  #path: Node[] = [];

  /**
   * @param root an element, document fragment or document that is not skipped itself
   * @param onElement is told every element that is walked through (for finding shadow hosts)
   */
  constructor(root: Node, depth: Depth, onElement: (element: Element) => void) {
    this.#walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(
      root,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    );
    this.#skipped = new Set('querySelectorAll' in root ? (root as ParentNode).querySelectorAll(SKIPPED) : []);
    this.#blocks = this.#walk(depth, onElement);
  }

  /** The next block, or undefined at the end. */
  next(): Block | undefined {
    const step = this.#blocks.next();
    return step.done ? undefined : step.value;
  }

  /** To be called when the walk will go on only after the page has had a chance to change. */
  pause(): void {
    this.#path = [];
    for (let node: Node | null = this.#walker.currentNode; node; node = node.parentNode)
      this.#path.push(node);
  }

  /** Whether the page has moved or removed, since the pause, what the walk was in: it must start anew then. */
  get isBroken(): boolean {
    return this.#path.some((node, depth) => node.parentNode !== (this.#path[depth + 1] ?? null));
  }

  *#walk(depth: Depth, onElement: (element: Element) => void): Generator<Block> {
    const walker = this.#walker;
    const containers = new Map<Node, Node>();
    let run: Run | undefined;
    let node = walker.nextNode();
    while (node) {
      if (node.nodeType === Node.TEXT_NODE) {
        const parent = node.parentNode as Node;
        let container = containers.get(parent);
        if (container === undefined) {
          container = containerOf(parent);
          containers.set(parent, container);
        }
        if (run && (run.container !== container || run.length > MAX_BLOCK)) {
          const finished = run.finish();
          run = new Run(container);
          run.add(node as Text);
          yield finished;
        } else {
          run ??= new Run(container);
          run.add(node as Text);
        }
        node = walker.nextNode();
        continue;
      }
      const element = node as Element;
      // What came into the tree during a pause is not in the set.
      const isSkipped = this.#skipped.has(element) || (this.#path.length > 0 && element.matches(SKIPPED));
      if (!isSkipped) onElement(element);
      const flow = flowOf(element);
      if (flow === 'line-break') run?.breakLine();
      else if (isSkipped && flow !== 'invisible' && flow !== 'block') run?.addObject();
      if (flow === 'block' && run) {
        const finished = run.finish();
        run = undefined;
        yield finished;
      }
      node = isSkipped || (flow === 'block' && depth === 'own') ? nextOutside(walker) : walker.nextNode();
    }
    if (run) yield run.finish();
  }
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

/** Object replacement character: what stands in the line, and is no text. */
const OBJECT = ' \uFFFC ';

class Run {
  readonly container: Node;
  readonly #nodes: Text[] = [];
  readonly #starts: number[] = [];
  #text = '';

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

  /** Something stands in the line that is not read: the sentence goes on behind it, but no term reaches across. */
  addObject(): void {
    this.#text += OBJECT;
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

const touches = (before: string, after: string) =>
  /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);

/** Whether two text nodes whose letters touch in the source are shown apart: an inline element may be a box by style. */
function isRenderedApart(before: Text, after: Text): boolean {
  return before.parentNode !== after.parentNode && (isBoxed(before, after) || isBoxed(after, before));
}

function isBoxed(text: Text, other: Text): boolean {
  for (
    let element = text.parentElement;
    element && !element.contains(other);
    element = element.parentElement
  ) {
    const { display, position, float } = getComputedStyle(element);
    const isInFlow = (position === 'static' || position === 'relative') && (float === 'none' || float === '');
    if (!/^(inline|contents|ruby|$)/.test(display) || !isInFlow) return true;
  }
  return false;
}

/** The text node and offset that a block's offset stands for; `isEnd` prefers a node's end to the next one's start. */
function locate(block: Block, offset: number, isEnd: boolean): { node: Text; offset: number } {
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

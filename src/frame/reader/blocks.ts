import { containerOf, flowOf, isExcluded, isInHeading } from '../../page/elements';
import { isProse, preformattedAround } from '../../page/samples';
import { contains, nodeTypeOf, parentElementOf, parentOf } from '../../platform/dom';
import { TextWindow } from './text-window';
import { Walk } from './walk';

/** A run of page text that is read as one; it may span several text nodes. */
export interface Block {
  /** The node whose own run of text it is: an element that is not inline, or a root. */
  readonly container: Node;
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Where each node's text starts in `text`; negative where only a later part of the node belongs to the block. */
  readonly starts: readonly number[];
  readonly isHeading: boolean;
}

/** What a walk goes through: the whole subtree, or only the root's own runs, without the blocks inside it. */
export type Depth = 'subtree' | 'own';

/** Longer runs are split, so that one slice of work stays short. In characters. */
const MAX_BLOCK = 20_000;

/** Walks a subtree and yields its blocks in document order; may be paused while the page changes. */
export class BlockWalk {
  readonly #walk: Walk;
  readonly #isSkipped: (element: Element) => boolean;
  readonly #window = new TextWindow();
  readonly #blocks: Generator<Block>;

  /**
   * @param root an element, document fragment or document that is not skipped itself
   * @param isSkipped whether an element is not read, and nothing in it
   */
  constructor(root: Node, depth: Depth, isSkipped = isExcluded) {
    this.#walk = new Walk(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    this.#isSkipped = isSkipped;
    this.#blocks = this.#run(depth);
  }

  /** The next block, or undefined at the end. */
  next(): Block | undefined {
    const step = this.#blocks.next();
    return step.done ? undefined : step.value;
  }

  pause(): void {
    this.#walk.pause();
    this.#window.clear();
  }

  get isBroken(): boolean {
    return this.#walk.isBroken;
  }

  *#run(depth: Depth): Generator<Block> {
    const { walker } = this.#walk;
    let run: Run | undefined;
    let node = walker.nextNode();
    while (node) {
      if (nodeTypeOf(node) === Node.TEXT_NODE) {
        const container = containerOf(node);
        const text = node as Text;
        for (let from = 0; from < text.length; ) {
          if (run && (run.container !== container || run.isFull)) {
            const finished: Block = run.finish();
            run = undefined;
            yield finished;
          }
          run ??= new Run(container, this.#window);
          from = run.add(text, from);
        }
        node = walker.nextNode();
        continue;
      }
      const element = node as Element;
      const flow = flowOf(element);
      const isOwnBlock = flow === 'block';
      const isSkipped = !(isOwnBlock && depth === 'own') && this.#isSkipped(element);
      if (flow === 'line-break') run?.breakLine();
      else if (isSkipped && flow !== 'invisible' && !isOwnBlock) run?.addObject();
      if (isOwnBlock && run) {
        const finished = run.finish();
        run = undefined;
        yield finished;
      }
      node = isSkipped || (isOwnBlock && depth === 'own') ? nextOutside(walker) : walker.nextNode();
    }
    if (run) yield run.finish();
  }
}

/** Goes to the next node that is not inside the current one. */
function nextOutside(walker: TreeWalker): Node | null {
  let next = walker.nextSibling();
  while (!next) {
    // biome-ignore lint/plugin: a walker's own method
    if (!walker.parentNode() || walker.currentNode === walker.root) return null;
    next = walker.nextSibling();
  }
  return next;
}

/** Object replacement character: an inline object that is not read. */
const OBJECT = ' \uFFFC ';

class Run {
  readonly container: Node;
  /** Whether its paragraphs are parted by blank lines. */
  readonly #isPlainText: boolean;
  readonly #window: TextWindow;
  readonly #nodes: Text[] = [];
  readonly #starts: number[] = [];
  #text = '';
  /** Whether what follows belongs to another block. */
  isFull = false;

  constructor(container: Node, window: TextWindow) {
    this.container = container;
    const preformatted = preformattedAround(container);
    this.#isPlainText = preformatted !== null && isProse(preformatted);
    this.#window = window;
  }

  /**
   * Appends a text node, as far as the block goes.
   * @param from the node's first character that belongs to this block
   * @returns offset in the node of the first character that was not appended
   */
  add(node: Text, from: number): number {
    const previous = this.#nodes.at(-1);
    const room = Math.max(MAX_BLOCK - this.#text.length, 1);
    const text = this.#window.read(node, from, room + 1);
    if (previous && splitsWord(this.#text, text) && isRenderedApart(previous, node)) this.breakLine();
    const end = endOfBlock(text, room, this.#isPlainText);
    this.#starts.push(this.#text.length - from);
    this.#nodes.push(node);
    this.#text += text.slice(0, end);
    this.isFull = end < text.length || this.#text.length >= MAX_BLOCK;
    return from + end;
  }

  breakLine(): void {
    if (this.#text !== '' && !this.#text.endsWith('\n')) this.#text += '\n';
  }

  /** Appends an object that is not read: the sentence continues after it, but no term spans it. */
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

const BLANK_LINE = /\n[ \t\r]*\n\s*/g;

/**
 * Where a block ends in the text that is appended to it: in plain text after a paragraph; in text over the limit after the
 * last line, sentence or word within it; else at the end.
 * @param text longer than `maxLength` only if the text continues
 */
function endOfBlock(text: string, maxLength: number, isPlainText: boolean): number {
  if (isPlainText) {
    BLANK_LINE.lastIndex = 0;
    if (BLANK_LINE.test(text) && BLANK_LINE.lastIndex <= maxLength) return BLANK_LINE.lastIndex;
  }
  if (text.length <= maxLength) return text.length;
  const part = text.slice(0, maxLength);
  for (const end of ['\n', '. ', ' ', '。']) {
    const index = part.lastIndexOf(end);
    if (index > part.length / 2) return index + end.length;
  }
  return part.length;
}

/** Letters, digits and marks, roughly: compiling a Unicode property escape takes longer than reading a page. */
const LETTER = /[a-z\d\u00C0-\u1FFF\u2C00-\u2FFF\u3040-\uFEFF\uFF10-\uFFEF]/i;

/** Whether two adjacent texts split a word: whether the first ends and the second starts with a letter. */
const splitsWord = (before: string, after: string) =>
  LETTER.test(before.charAt(before.length - 1)) && LETTER.test(after.charAt(0));

/** Whether two text nodes that split a word are rendered apart: an inline element may be a box by its style. */
function isRenderedApart(before: Text, after: Text): boolean {
  return parentOf(before) !== parentOf(after) && (isBoxed(before, after) || isBoxed(after, before));
}

function isBoxed(text: Text, other: Text): boolean {
  for (
    let element = parentElementOf(text);
    element && !contains(element, other);
    element = parentElementOf(element)
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

/** The range of a part of a block. Static, so cheap: it does not follow changes, and is replaced when its block is read again. */
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

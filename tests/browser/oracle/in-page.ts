import { random } from '../../../scripts/bench/pages';
import { engine, filter } from '../../../scripts/built-in-engine';
import { readBlock, readTitle, relatedIn } from '../../../src/core/read-block';
import { PageMentions } from '../../../src/frame/reader/mentions';
import { PageReader } from '../../../src/frame/reader/reader';
import { MarkChoice } from '../../../src/mark/mark-choice';
import type { PageMention } from '../../../src/page/mention';
import { DEFAULTS } from '../../../src/settings/schema';

// Runs in a page: the reader that frames run, on a page that changes at random, against one that reads the outcome.

// Nothing is painted for this: waiting for frames, or for rests, would only take time.
const channel = new MessageChannel();
const waiting = new Map<number, () => void>();
let lastTicket = 0;
channel.port1.onmessage = ({ data: ticket }) => {
  const callback = waiting.get(ticket);
  waiting.delete(ticket);
  callback?.();
};
const soon = (callback: () => void) => {
  waiting.set(++lastTicket, callback);
  channel.port2.postMessage(lastTicket);
  return lastTicket;
};
Object.assign(window, {
  requestAnimationFrame: soon,
  requestIdleCallback: soon,
  cancelAnimationFrame: (ticket: number) => waiting.delete(ticket),
  cancelIdleCallback: (ticket: number) => waiting.delete(ticket),
  setTimeout: soon,
  clearTimeout: (ticket: number) => waiting.delete(ticket),
});
const nextTurn = () => new Promise<void>((done) => void soon(done));

/** A page's life as a frame's session leads it, with the background's answers given in the same page. */
class Reading {
  readonly mentions = new PageMentions();
  readonly #end = new AbortController();
  readonly #reader: PageReader;
  #isAsking = false;
  #readTitle: string | undefined;

  constructor() {
    const readOn = () => void this.#readOn();
    this.#reader = new PageReader(
      this.mentions,
      filter,
      { onRead: readOn, onTitle: readOn },
      this.#end.signal,
    );
  }

  async #readOn(): Promise<void> {
    this.mentions.decide();
    if (this.#isAsking) return;
    this.#isAsking = true;
    for (;;) {
      this.#reader.catchUp();
      const { title } = document;
      const blocks = this.mentions.unread;
      if (blocks.length === 0 && title === this.#readTitle) {
        if (this.#reader.isBehind) continue;
        break;
      }
      const read = blocks.map(({ block: { text, isHeading } }) => ({ text, isHeading }));
      await nextTurn();
      const readings = read.map(({ text, isHeading }) => readBlock(text, isHeading, engine));
      this.mentions.addReadings(blocks, { readings, related: relatedIn(readings, engine), groups: {} });
      this.mentions.setTitleCues(readTitle({ title }, engine));
      this.#readTitle = title;
      if (!(this.mentions.hasCandidates && this.#reader.readHeadings())) this.mentions.decide();
    }
    this.#isAsking = false;
    this.mentions.decide();
  }

  /** Waits until all is read and decided. */
  async settle(): Promise<void> {
    // Records of the last change come in a microtask, and are taken in the turn after that.
    for (let calm = 0, turns = 0; calm < 4; turns++) {
      if (turns > 2_000) throw new Error('The page is never read to its end.');
      await nextTurn();
      const isBusy = this.#isAsking || !this.#reader.isComplete || this.mentions.unread.length > 0;
      calm = isBusy ? 0 : calm + 1;
    }
  }

  end(): void {
    this.#end.abort();
  }
}

const WORDS = [
  'Trainium',
  'Anthropic',
  'Inferentia',
  'Trainium',
  'Train',
  'ium',
  'Bedrock',
  'bedrock',
  'AWS',
  'Neuron',
  ' SDK',
  'Claude',
  'Claude',
  'Debussy',
  'Minecraft',
  'GPT-4',
  'GPT-',
  '4',
  '.5',
  'inference',
  'fine',
  '-tuning',
  'Anthropic',
  'model',
  'compute',
  'the',
  ' of ',
  ' ',
  ' ',
  '. ',
  ', ',
  '\n',
  's',
  '’s',
  'Open',
  'AI',
  'scaling ',
  'laws',
  'Amazon',
  ' cloud',
  '生成',
  'モデル',
  'e\u0301',
  '\u00AD',
  'granite',
];
const TAGS = [
  'p',
  'p',
  'p',
  'div',
  'b',
  'i',
  'a',
  'span',
  'h2',
  'li',
  'code',
  'td',
  'nav',
  'x-box',
  'script',
  'button',
];

type Chance = ReturnType<typeof random>;
const pick = <T>(next: Chance, from: readonly T[]) => from[Math.floor(next() * from.length)] as T;

function textOf(next: Chance): string {
  return Array.from({ length: 1 + Math.floor(next() * 5) }, () => pick(next, WORDS)).join(
    next() < 0.5 ? ' ' : '',
  );
}

function elementOf(next: Chance, depth: number): HTMLElement {
  const element = document.createElement(pick(next, TAGS));
  if (element.localName === 'script') element.setAttribute('type', 'text/plain');
  for (let count = Math.floor(next() * 4); count > 0; count--)
    element.append(depth > 0 && next() < 0.4 ? elementOf(next, depth - 1) : textOf(next));
  if (element.localName === 'div' && next() < 0.1) {
    const root = element.attachShadow({ mode: 'open' });
    root.append(elementOf(next, 0), textOf(next));
  }
  return element;
}

/** All nodes that may change, those in shadow roots too. */
function nodesIn(root: Node): Node[] {
  const nodes: Node[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push(node);
    if (node instanceof Element && node.shadowRoot) nodes.push(...nodesIn(node.shadowRoot));
  }
  return nodes;
}

/** Whether a node is in an element, through shadow roots too. */
function holds(element: Element, node: Node): boolean {
  const root = node.getRootNode();
  return element.contains(node) || (root instanceof ShadowRoot && holds(element, root.host));
}

function change(next: Chance): void {
  const nodes = nodesIn(document.body);
  const elements = [document.body, ...nodes.filter((node) => node instanceof HTMLElement)];
  const texts = nodes.filter((node) => node instanceof Text);
  const element = pick(next, elements);
  const text = texts.length > 0 ? pick(next, texts) : undefined;
  const isBody = element === document.body;
  const place = () => pick(next, [...element.childNodes, null]);
  switch (Math.floor(next() * 14)) {
    case 0:
    case 1:
      return void element.insertBefore(elementOf(next, 2), place());
    case 2:
      return void element.insertBefore(document.createTextNode(textOf(next)), place());
    case 3:
    case 4:
      if (text) text.data = textOf(next);
      return;
    case 5:
      return void text?.appendData(textOf(next));
    case 6:
      return void text?.splitText(Math.floor(next() * (text.length + 1)));
    case 7:
      return void element.normalize();
    case 8:
      if (!isBody) element.remove();
      return;
    case 9: {
      const other = pick(next, elements);
      if (!isBody && !holds(element, other))
        other.insertBefore(element, pick(next, [...other.childNodes, null]));
      return;
    }
    case 10:
      if (!isBody || next() < 0.2) element.replaceChildren(elementOf(next, 1), textOf(next));
      return;
    case 11:
      if (!isBody) element.toggleAttribute('contenteditable');
      return;
    case 12:
      if (isBody) return;
      if (element.hasAttribute('role')) element.removeAttribute('role');
      else element.setAttribute('role', pick(next, ['button', 'heading', 'textbox']));
      return;
    default:
      document.title = textOf(next);
  }
}

interface Mark {
  readonly card: string;
  readonly isMarked: boolean;
  readonly range: StaticRange;
}

const marksOf = (mentions: PageMentions): Mark[] => {
  const choice = new MarkChoice({
    mentions,
    settings: () => ({ ...DEFAULTS, marks: 'every' }),
    known: () => mentions.knownCards,
  });
  choice.update();
  return mentions
    .inOrder()
    .map((mention: PageMention) => ({ ...mention, isMarked: choice.isMarked(mention) }));
};

const isSame = (a: Mark, b: Mark | undefined) =>
  a.card === b?.card &&
  a.isMarked === b.isMarked &&
  a.range.startContainer === b.range.startContainer &&
  a.range.startOffset === b.range.startOffset &&
  a.range.endContainer === b.range.endContainer &&
  a.range.endOffset === b.range.endOffset;

const tell = (marks: readonly Mark[]) =>
  marks.map(({ card, isMarked, range: { startContainer, startOffset, endOffset } }) => {
    const where = `${startContainer.parentElement?.localName}:${JSON.stringify(startContainer.textContent)}`;
    return `${card}${isMarked ? '' : ' (unmarked)'} in ${where} ${startOffset}–${endOffset}`;
  });

/**
 * Plays sequences of changes.
 * @returns how many marks there were in all, and the first sequence whose marks are not those of a fresh reading
 */
export async function play(from: number, count: number) {
  let marks = 0;
  for (let seed = from; seed < from + count; seed++) {
    const next = random(seed * 7919);
    document.title = textOf(next);
    document.body.replaceChildren(...Array.from({ length: 4 }, () => elementOf(next, 2)));
    const reading = new Reading();
    for (let steps = 1 + Math.floor(next() * 8); steps > 0; steps--) {
      change(next);
      // Some changes come in one turn, some while the last one is still being read.
      for (let turns = Math.floor(next() * 4); turns > 0; turns--) await nextTurn();
    }
    let fresh: Reading | undefined;
    try {
      await reading.settle();
      fresh = new Reading();
      await fresh.settle();
    } catch (error) {
      return { marks, failed: { seed, html: document.body.innerHTML, found: [String(error)], wanted: [] } };
    }
    const [found, wanted] = [marksOf(reading.mentions), marksOf(fresh.mentions)];
    reading.end();
    fresh.end();
    marks += wanted.length;
    if (found.length !== wanted.length || !found.every((mark, place) => isSame(mark, wanted[place])))
      return {
        marks,
        failed: { seed, html: document.body.innerHTML, found: tell(found), wanted: tell(wanted) },
      };
  }
  return { marks, failed: null };
}

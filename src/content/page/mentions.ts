import type { CueIndex, Gazetteer } from '../../core/gazetteer';
import { decide, type Mention, type PageContext, type ReadBlock, readBlock } from '../../core/spot';
import { type Block, rangeOf } from './blocks';
import { compareInPage } from './order';

/** A mention where it stands in the page. */
export interface PageMention extends Mention {
  /** Tells mentions apart; a mention keeps it while it stays in its place. */
  readonly key: number;
  readonly range: StaticRange;
  /** Underlined, or (in headings) only counted. */
  readonly isMarked: boolean;
}

interface StoredBlock {
  readonly block: Block;
  readonly read: ReadBlock;
  mentions: readonly PageMention[];
}

/** The mentions of one document: the only place that knows them. Only blocks that hold candidates are kept. */
export class PageMentions {
  readonly #gazetteer: Gazetteer;
  readonly #blocks = new Map<Node, StoredBlock[]>();
  readonly #byText = new Map<Text, StoredBlock>();
  readonly #byKey = new Map<number, PageMention>();
  /** Mentions whose blocks are being read again: what is still there keeps its key, and its card stays open. */
  readonly #dropped = new Map<Node, PageMention[]>();
  #parents = new Set<Node>();
  #lastKey = 0;
  #inOrder: readonly PageMention[] | undefined = [];
  /** What the last decision rested on besides the blocks; undefined when these have changed since. */
  #decidedFor: string | undefined;

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  get size(): number {
    return this.#byKey.size;
  }

  /** Whether any block has something to decide, so that cues are needed. */
  get hasCandidates(): boolean {
    for (const stored of this.#blocks.values())
      if (stored.some(({ read }) => read.candidates.length > 0)) return true;
    return false;
  }

  /** Reads a block; what was known of its container must have been dropped before. */
  add(block: Block): void {
    const read = readBlock(block.text, this.#gazetteer, block.isHeading);
    if (read.candidates.length === 0 && !block.isHeading) return;
    this.#decidedFor = undefined;
    const stored: StoredBlock = { block, read, mentions: [] };
    const others = this.#blocks.get(block.container);
    if (others) others.push(stored);
    else this.#blocks.set(block.container, [stored]);
    for (const node of block.nodes) this.#byText.set(node, stored);
  }

  /**
   * Forgets the blocks of a container.
   * @returns whether a mention went with them
   */
  drop(container: Node): boolean {
    const blocks = this.#blocks.get(container);
    if (!blocks) return false;
    this.#decidedFor = undefined;
    this.#blocks.delete(container);
    let hadMentions = false;
    for (const { block, mentions } of blocks) {
      // A text that has moved on may belong to another block by now.
      for (const node of block.nodes) if (this.#byText.get(node)?.block === block) this.#byText.delete(node);
      for (const { key } of mentions) hadMentions = this.#byKey.delete(key) || hadMentions;
      if (mentions.length > 0)
        this.#dropped.set(container, [...(this.#dropped.get(container) ?? []), ...mentions]);
    }
    if (hadMentions) this.#inOrder = undefined;
    return hadMentions;
  }

  /** Forgets the blocks whose containers fit: those inside a node, or those that have left the page. */
  dropWhere(fits: (container: Node) => boolean): boolean {
    let hadMentions = false;
    for (const container of [...this.#blocks.keys()])
      if (fits(container)) hadMentions = this.drop(container) || hadMentions;
    return hadMentions;
  }

  /** Decides all candidates anew, since one block's senses bear on another's; nothing where nothing has changed. */
  decide(page: PageContext, cues: CueIndex): void {
    const rest = `${page.title} ${page.url}`;
    if (this.#decidedFor === rest) return;
    this.#decidedFor = rest;
    const stored = [...this.#blocks.values()].flat();
    const decided = decide(
      stored.map(({ read }) => read),
      page,
      this.#gazetteer,
      cues,
    );
    this.#byKey.clear();
    this.#parents = new Set();
    stored.forEach((entry, place) => {
      entry.mentions = (decided[place] ?? []).map((mention) => this.#place(entry, mention));
      for (const mention of entry.mentions) this.#byKey.set(mention.key, mention);
      if (entry.mentions.length > 0)
        for (const { parentNode } of entry.block.nodes) if (parentNode) this.#parents.add(parentNode);
    });
    this.#dropped.clear();
    this.#inOrder = undefined;
  }

  #place({ block, mentions: before }: StoredBlock, mention: Mention): PageMention {
    const range = rangeOf(block, mention.start, mention.end);
    const candidates = before.length > 0 ? before : (this.#dropped.get(block.container) ?? []);
    const known = candidates.find((other) => other.card === mention.card && isSameRange(other.range, range));
    return {
      ...mention,
      key: known?.key ?? ++this.#lastKey,
      range: known?.range ?? range,
      isMarked: !block.isHeading,
    };
  }

  byKey(key: number): PageMention | undefined {
    return this.#byKey.get(key);
  }

  /** All mentions in reading order, through shadow roots too. */
  inOrder(): readonly PageMention[] {
    this.#inOrder ??= [...this.#byKey.values()].sort((a, b) => compareInPage(a.range, b.range));
    return this.#inOrder;
  }

  /** Whether mentions stand directly in an element: a quick no for hit-testing. */
  mayHold(element: Node): boolean {
    return this.#parents.has(element);
  }

  /** The mention at a caret position, its two ends included. */
  at(node: Node, offset: number): PageMention | undefined {
    const stored = this.#byText.get(node as Text);
    if (!stored) return undefined;
    const place = stored.block.nodes.indexOf(node as Text);
    const at = (stored.block.starts[place] ?? 0) + offset;
    return stored.mentions.find((mention) => mention.start <= at && at <= mention.end);
  }
}

function isSameRange(a: StaticRange, b: StaticRange): boolean {
  return (
    a.startContainer === b.startContainer &&
    a.startOffset === b.startOffset &&
    a.endContainer === b.endContainer &&
    a.endOffset === b.endOffset
  );
}

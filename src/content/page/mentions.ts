import { Disambiguator, type Mention } from '../../core/disambiguate';
import type { TitleCue } from '../../core/evidence';
import type { BlockReading, Related } from '../../core/read-block';
import { parentOf } from '../../platform/dom';
import { type Block, rangeOf } from './blocks';
import { carryOver } from './carry-over';
import { containerOf } from './elements';
import { compareInPage } from './order';
import { isRendered } from './summary';

/** A mention where it stands in the page. */
export interface PageMention extends Mention {
  /** Tells mentions apart; a mention keeps it while it stays in its place. */
  readonly key: number;
  readonly range: StaticRange;
  /** The surface form as it stands in its block. */
  readonly surface: string;
  /** Underlined, or (in headings, where the reader knows the term, or has seen it marked in the section) only counted. */
  readonly isMarked: boolean;
}

/** A block whose text has forms, or is still to be read, or that is a heading. */
export interface StoredBlock {
  readonly block: Block;
  /** The code sample that it is a part of, where that is passed over. */
  readonly sample?: Element;
  /** What the engine found in it; undefined until it has answered. */
  reading: BlockReading | undefined;
  /** What was decided when its mentions were last placed. */
  decided: readonly Mention[];
  mentions: readonly PageMention[];
}

/** The mentions of one document: the only place that knows them. */
export class PageMentions {
  readonly #blocks = new Map<Node, StoredBlock[]>();
  readonly #byKey = new Map<number, PageMention>();
  /** Blocks that are being read again: what is still there keeps its key, and its card stays open. */
  readonly #dropped = new Map<Node, StoredBlock[]>();
  /** Blocks that the engine has not read yet. */
  readonly #unread = new Set<StoredBlock>();
  /** Code samples that are passed over, and hold terms. */
  readonly #unreadCode = new Set<Node>();
  readonly #disambiguator = new Disambiguator<StoredBlock>();
  readonly #related: Record<string, readonly string[]> = {};
  #hasCandidates = false;
  #known: readonly string[] = [];
  #isFirstOnly = false;
  #lastKey = 0;
  /** Made when they are asked for. */
  #parents: Set<Node> | undefined;
  #inOrder: readonly PageMention[] | undefined;
  /** Whether blocks, readings or title have changed since the last decision. */
  #isStale = false;

  get size(): number {
    return this.#byKey.size;
  }

  /** Whether a form was found in any block. Until then, headings say nothing that matters. */
  get hasCandidates(): boolean {
    return this.#hasCandidates;
  }

  /** Whether code that is passed over holds terms. */
  get hasUnreadCode(): boolean {
    return this.#unreadCode.size > 0;
  }

  /** Takes a block of a code sample that is passed over, for the engine to say whether there are terms in it. */
  addUnreadCode(sample: Element, block: Block): void {
    this.#unread.add({ block, sample, reading: undefined, decided: [], mentions: [] });
  }

  /** Takes a block for the engine to read; what was known of its container must have been dropped before. */
  add(block: Block): void {
    const stored: StoredBlock = { block, reading: undefined, decided: [], mentions: [] };
    this.#unread.add(stored);
    const others = this.#blocks.get(block.container);
    if (others) others.push(stored);
    else this.#blocks.set(block.container, [stored]);
  }

  /** Whether blocks of a container are kept. */
  has(container: Node): boolean {
    return this.#blocks.has(container);
  }

  /** The blocks that wait for the engine, the earliest first. */
  get unread(): readonly StoredBlock[] {
    return [...this.#unread];
  }

  /** Takes what the engine read in blocks that were unread. */
  takeReadings(blocks: readonly StoredBlock[], readings: readonly BlockReading[], related: Related): void {
    this.#disambiguator.setRelated(Object.assign(this.#related, related));
    blocks.forEach((stored, place) => {
      const reading = readings[place];
      // A block may have been dropped meanwhile.
      if (!this.#unread.delete(stored) || !reading) return;
      if (stored.sample) {
        if (namesTerm(reading)) this.#unreadCode.add(stored.sample);
        return;
      }
      stored.reading = reading;
      this.#hasCandidates ||= reading.candidates.length > 0;
      const isKept = reading.candidates.length > 0 || stored.block.isHeading;
      this.#isStale ||= isKept || stored.mentions.length > 0;
      if (isKept) this.#disambiguator.set(stored, reading);
      else this.#remove(stored);
    });
  }

  /** Takes what the engine read in the title. */
  takeTitle(cues: readonly TitleCue[]): void {
    this.#disambiguator.setTitle(cues);
    this.#isStale = true;
  }

  /** Takes the cards that the reader knows. What was read waits for the engine again: it knows what is refused now. */
  takeKnown(known: readonly string[]): void {
    this.#known = known;
    for (const stored of [...this.#blocks.values()].flat()) this.#unread.add(stored);
    this.#isStale ||= this.#blocks.size > 0;
  }

  /** Marks only a card's first mention between two headings, or every mention, from now on. */
  markFirstOnly(isFirstOnly: boolean): void {
    this.#isFirstOnly = isFirstOnly;
    this.#isStale ||= this.#blocks.size > 0;
  }

  #remove(stored: StoredBlock): void {
    const { container } = stored.block;
    const blocks = this.#blocks.get(container);
    if (!blocks) return;
    if (blocks.length > 1) blocks.splice(blocks.indexOf(stored), 1);
    else this.#blocks.delete(container);
    this.#forget(stored);
  }

  #forget(stored: StoredBlock): void {
    this.#unread.delete(stored);
    this.#disambiguator.delete(stored);
    this.#replace(stored, []);
  }

  /** Puts other mentions in the place of a block's. */
  #replace(stored: StoredBlock, mentions: readonly PageMention[]): void {
    if (stored.mentions.length === 0 && mentions.length === 0) return;
    for (const { key } of stored.mentions) this.#byKey.delete(key);
    for (const mention of mentions) this.#byKey.set(mention.key, mention);
    stored.mentions = mentions;
    this.#inOrder = undefined;
    this.#parents = undefined;
  }

  /**
   * Forgets the blocks of a container.
   * @returns whether a mention went with them
   */
  drop(container: Node): boolean {
    const blocks = this.#blocks.get(container);
    if (!blocks) return false;
    this.#isStale = true;
    this.#blocks.delete(container);
    const withMentions = blocks
      .filter(({ mentions }) => mentions.length > 0)
      .map((stored) => ({ ...stored }));
    for (const stored of blocks) this.#forget(stored);
    if (withMentions.length > 0)
      this.#dropped.set(container, [...(this.#dropped.get(container) ?? []), ...withMentions]);
    return withMentions.length > 0;
  }

  /** Forgets the blocks whose containers fit: those inside a node, or those that have left the page. */
  dropWhere(fits: (container: Node) => boolean): boolean {
    let hadMentions = false;
    for (const sample of this.#unreadCode) if (fits(sample)) this.#unreadCode.delete(sample);
    for (const stored of this.#unread) if (stored.sample && fits(stored.sample)) this.#unread.delete(stored);
    for (const container of [...this.#blocks.keys()])
      if (fits(container)) hadMentions = this.drop(container) || hadMentions;
    return hadMentions;
  }

  /**
   * Decides what has changed, and what that bears on; nothing where nothing has changed. A block that waits for the
   * engine keeps, where its text is the same, the mentions that stood there before.
   * @returns whether there was something to decide
   */
  decide(): boolean {
    if (!this.#isStale) return false;
    this.#isStale = false;
    this.#disambiguator.decide();
    for (const stored of this.#unread) {
      const before = this.#dropped.get(stored.block.container);
      if (!before || stored.sample) continue;
      const carried = before.flatMap((old) => carryOver(old, stored.block.text));
      this.#place(stored, carried, before);
    }
    for (const blocks of this.#blocks.values())
      for (const stored of blocks) {
        if (!stored.reading) continue;
        const decided = this.#disambiguator.mentionsOf(stored);
        if (decided === stored.decided) continue;
        stored.decided = decided;
        this.#place(stored, decided, this.#dropped.get(stored.block.container) ?? []);
      }
    this.#dropped.clear();
    this.#mark();
    return true;
  }

  /** A section goes from one heading to the next in reading order. What is not shown is no first mention. */
  #mark(): void {
    const blocks = [...this.#blocks.values()].flat();
    if (this.#isFirstOnly) blocks.sort((a, b) => compareInPage(startOf(a), startOf(b)));
    let seen = new Set<string>();
    for (const { block, mentions } of blocks) {
      if (block.isHeading) seen = new Set();
      for (const mention of mentions as Writable<PageMention>[]) {
        const { card } = mention;
        mention.isMarked = !block.isHeading && !this.#known.includes(card) && !seen.has(card);
        if (this.#isFirstOnly && mention.isMarked && isRendered(mention)) seen.add(card);
      }
    }
  }

  #place(stored: StoredBlock, decided: readonly Mention[], before: readonly StoredBlock[]): void {
    const { block } = stored;
    const known = new Map<string, PageMention[]>();
    for (const mention of [...stored.mentions, ...before.flatMap(({ mentions }) => mentions)]) {
      const place = `${mention.card} ${mention.range.startOffset}`;
      known.set(place, [...(known.get(place) ?? []), mention]);
    }
    const mentions = decided.map((mention) => {
      const range = rangeOf(block, mention.start, mention.end);
      const same = known
        .get(`${mention.card} ${range.startOffset}`)
        ?.find((other) => isSameRange(other.range, range));
      return {
        ...mention,
        key: same?.key ?? ++this.#lastKey,
        range: same?.range ?? range,
        surface: block.text.slice(mention.start, mention.end),
        isMarked: false,
      };
    });
    this.#replace(stored, mentions);
  }

  byKey(key: number): PageMention | undefined {
    return this.#byKey.get(key);
  }

  /** All mentions, in no order. */
  all(): Iterable<PageMention> {
    return this.#byKey.values();
  }

  /** All mentions in reading order, through shadow roots too. */
  inOrder(): readonly PageMention[] {
    this.#inOrder ??= [...this.#byKey.values()].sort((a, b) => compareInPage(a.range, b.range));
    return this.#inOrder;
  }

  /** Whether mentions stand directly in an element: a quick no for hit-testing. */
  mayHold(element: Node): boolean {
    if (!this.#parents) {
      this.#parents = new Set();
      for (const stored of [...this.#blocks.values()].flat())
        if (stored.mentions.length > 0)
          for (const node of stored.block.nodes) {
            const parent = parentOf(node);
            if (parent) this.#parents.add(parent);
          }
    }
    return this.#parents.has(element);
  }

  /** The mention at a caret position, its two ends included. */
  at(node: Node, offset: number): PageMention | undefined {
    const stored = this.storedAt(node, offset);
    if (!stored) return undefined;
    const at = offsetIn(stored.block, node, offset);
    return stored.mentions.find((mention) => mention.start <= at && at <= mention.end);
  }

  /** The block that a place in a text node belongs to. */
  storedAt(node: Node, offset: number): StoredBlock | undefined {
    return this.#blocks.get(containerOf(node))?.find(({ block }) => {
      const at = offsetIn(block, node, offset);
      return at >= 0 && at <= block.text.length;
    });
  }
}

/** Whether the words around some form in a block are enough for it to be a term. */
const namesTerm = ({ candidates }: BlockReading) =>
  candidates.some(({ senses }) =>
    senses.some(({ evidence }) => evidence.reduce((sum, { weight }) => sum + weight, 0) >= 0),
  );

/** Where a place in a text node stands in a block's text; -1 where the node is none of the block's. */
function offsetIn({ nodes, starts }: Block, node: Node, offset: number): number {
  const place = nodes.indexOf(node as Text);
  return place === -1 ? -1 : (starts[place] ?? 0) + offset;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const startOf = ({ block: { nodes, starts } }: StoredBlock) =>
  ({ startContainer: nodes[0], startOffset: -(starts[0] ?? 0) }) as unknown as AbstractRange;

function isSameRange(a: StaticRange, b: StaticRange): boolean {
  return (
    a.startContainer === b.startContainer &&
    a.startOffset === b.startOffset &&
    a.endContainer === b.endContainer &&
    a.endOffset === b.endOffset
  );
}

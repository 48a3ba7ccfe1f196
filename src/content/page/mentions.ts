import { Disambiguator, type Mention } from '../../core/disambiguate';
import type { TitleCue } from '../../core/evidence';
import type { BlockReading, Related } from '../../core/read-block';
import { isAttached } from '../../platform/dom';
import { type Block, rangeOf } from './blocks';
import { groupByParent, rootsAround } from './by-parent';
import { carryOver } from './carry-over';
import { FormerBlocks } from './former-blocks';
import { compareInPage } from './order';
import { passOver } from './pass-over';
import { ReadingCache } from './reading-cache';
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
  readonly #blocks = new Map<Node, Set<StoredBlock>>();
  readonly #byKey = new Map<number, PageMention>();
  /** Blocks that are being read again: what is still there keeps its key, and its card stays open. */
  readonly #dropped = new Map<Node, FormerBlocks>();
  /** Blocks that the engine has not read yet. */
  readonly #unread = new Set<StoredBlock>();
  readonly #cache = new ReadingCache();
  /** Containers that have changed, and that are still to be read again. */
  readonly #suspect = new Set<Node>();
  /** Code samples that are passed over, and hold terms. */
  readonly #unreadCode = new Set<Node>();
  readonly #disambiguator = new Disambiguator<StoredBlock>();
  readonly #related: Record<string, readonly string[]> = {};
  #hasCandidates = false;
  #known: readonly string[] = [];
  #isFirstOnly = false;
  #lastKey = 0;
  /** Made when they are asked for. */
  #byParent: ReadonlyMap<Node, readonly PageMention[]> | undefined;
  #roots: ReadonlyMap<Element, ShadowRoot> | undefined;
  /** By text node, the blocks with mentions that it is in, in order. */
  #byNode: Map<Node, StoredBlock[]> | undefined;
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
    const others = this.#blocks.get(block.container);
    if (others) others.add(stored);
    else this.#blocks.set(block.container, new Set([stored]));
    const reading = this.#cache.get(block);
    if (reading) this.#take(stored, reading);
    else this.#unread.add(stored);
  }

  /** Takes all blocks of a container, in place of what was known of it. */
  replace(container: Node, blocks: readonly Block[]): void {
    this.drop(container);
    for (const block of blocks) this.add(block);
  }

  /** Says that a container has changed, and will be replaced: meanwhile mentions whose text is another are lost. */
  suspect(container: Node): void {
    if (!this.#blocks.has(container)) return;
    this.#suspect.add(container);
    this.#isStale = true;
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
      if (!reading) return;
      this.#cache.keep(stored.block, reading);
      // A block may have been dropped meanwhile.
      if (this.#unread.delete(stored)) passOver(() => this.#take(stored, reading));
    });
  }

  #take(stored: StoredBlock, reading: BlockReading): void {
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
  }

  /** Takes what the engine read in the title. */
  takeTitle(cues: readonly TitleCue[]): void {
    this.#disambiguator.setTitle(cues);
    this.#isStale = true;
  }

  /** Takes the cards that the reader knows. What was read waits for the engine again: it knows what is refused now. */
  takeKnown(known: readonly string[]): void {
    this.#known = known;
    this.#cache.clear();
    for (const stored of this.#stored()) this.#unread.add(stored);
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
    blocks.delete(stored);
    if (blocks.size === 0) this.#blocks.delete(container);
    this.#forget(stored);
  }

  *#stored(): Iterable<StoredBlock> {
    for (const blocks of this.#blocks.values()) yield* blocks;
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
    this.#byParent = undefined;
    this.#roots = undefined;
    this.#byNode = undefined;
  }

  /**
   * Forgets the blocks of a container.
   * @returns whether a mention went with them
   */
  drop(container: Node): boolean {
    this.#suspect.delete(container);
    const blocks = this.#blocks.get(container);
    if (!blocks) return false;
    this.#blocks.delete(container);
    const former = this.#dropped.get(container) ?? new FormerBlocks();
    const count = former.size;
    for (const stored of blocks) {
      this.#isStale ||= stored.reading !== undefined || stored.mentions.length > 0;
      if (stored.mentions.length > 0) former.add({ ...stored });
      this.#forget(stored);
    }
    if (former.size > 0) this.#dropped.set(container, former);
    return former.size > count;
  }

  /** Forgets the blocks whose containers fit: those inside a node, or those that have left the page. */
  dropWhere(fits: (container: Node) => boolean): boolean {
    let hadMentions = false;
    for (const sample of this.#unreadCode) if (fits(sample)) this.#unreadCode.delete(sample);
    for (const stored of this.#unread) if (stored.sample && fits(stored.sample)) this.#unread.delete(stored);
    for (const container of [...this.#blocks.keys()])
      if (passOver(() => fits(container))) hadMentions = this.drop(container) || hadMentions;
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
    if (this.#dropped.size > 0) for (const stored of this.#unread) passOver(() => this.#carryOver(stored));
    for (const stored of this.#stored()) passOver(() => this.#placeDecided(stored));
    this.#dropped.clear();
    for (const container of this.#suspect)
      for (const stored of this.#blocks.get(container) ?? [])
        if (stored.mentions.length > 0) this.#replace(stored, stored.mentions.filter(isIntact));
    this.#mark();
    return true;
  }

  #carryOver(stored: StoredBlock): void {
    if (stored.sample) return;
    const before = this.#dropped.get(stored.block.container)?.like(stored.block);
    if (before && before.length > 0)
      this.#place(
        stored,
        before.flatMap((old) => carryOver(old, stored.block.text)),
        before,
      );
  }

  #placeDecided(stored: StoredBlock): void {
    if (!stored.reading) return;
    const decided = this.#disambiguator.mentionsOf(stored);
    if (decided === stored.decided) return;
    stored.decided = decided;
    this.#place(stored, decided, this.#dropped.get(stored.block.container)?.like(stored.block) ?? []);
  }

  /** A section goes from one heading to the next in reading order. What is not shown is no first mention. */
  #mark(): void {
    const blocks = [...this.#stored()];
    if (this.#isFirstOnly) blocks.sort((a, b) => compareInPage(startOf(a), startOf(b)));
    let seen = new Set<string>();
    for (const { block, mentions } of blocks) {
      if (block.isHeading) seen = new Set();
      for (const mention of mentions as Writable<PageMention>[]) {
        const { card } = mention;
        mention.isMarked = !block.isHeading && !this.#known.includes(card) && !seen.has(card);
        if (this.#isFirstOnly && mention.isMarked && passOver(() => isRendered(mention))) seen.add(card);
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

  /** The mentions by the elements that hold their text: a quick no. The same map until mentions come or go. */
  get byParent(): ReadonlyMap<Node, readonly PageMention[]> {
    this.#byParent ??= groupByParent(this.#stored());
    return this.#byParent;
  }

  /** The shadow root of an element, where mentions stand in it or in a root inside. */
  rootIn(host: Element): ShadowRoot | undefined {
    this.#roots ??= rootsAround(this.byParent.keys());
    return this.#roots.get(host);
  }

  /** The mention at a caret position, its two ends included. */
  at(node: Node, offset: number): PageMention | undefined {
    const stored = this.storedAt(node, offset);
    if (!stored) return undefined;
    const at = offsetIn(stored.block, node, offset);
    return stored.mentions.find((mention) => mention.start <= at && at <= mention.end);
  }

  /** The block with mentions that a place in a text node belongs to. */
  storedAt(node: Node, offset: number): StoredBlock | undefined {
    if (!this.#byNode) {
      this.#byNode = new Map();
      for (const stored of this.#stored())
        if (stored.mentions.length > 0)
          for (const part of stored.block.nodes) {
            const others = this.#byNode.get(part);
            if (others) others.push(stored);
            else this.#byNode.set(part, [stored]);
          }
    }
    const blocks = this.#byNode.get(node) ?? [];
    // A long text is in many blocks: the first that does not end before the place.
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { block } = blocks[middle] as StoredBlock;
      if (offsetIn(block, node, offset) > block.text.length) low = middle + 1;
      else high = middle;
    }
    const stored = blocks[low];
    return stored && offsetIn(stored.block, node, offset) >= 0 ? stored : undefined;
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

/** Whether a mention's text still stands where it was found: what lies in several nodes is not looked at. */
function isIntact({ range, surface }: PageMention): boolean {
  const { startContainer: node, startOffset, endContainer } = range;
  return (
    node === endContainer &&
    isAttached(node) &&
    surface ===
      passOver(() =>
        (node as Text).substringData(Math.min(startOffset, (node as Text).length), surface.length),
      )
  );
}

function isSameRange(a: StaticRange, b: StaticRange): boolean {
  return (
    a.startContainer === b.startContainer &&
    a.startOffset === b.startOffset &&
    a.endContainer === b.endContainer &&
    a.endOffset === b.endOffset
  );
}

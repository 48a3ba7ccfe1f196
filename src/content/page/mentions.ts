import { type Corrections, correct, NO_CORRECTIONS } from '../../core/corrections';
import { disambiguate, type Mention } from '../../core/disambiguate';
import type { TitleCue } from '../../core/evidence';
import type { FormFilter } from '../../core/form-filter';
import { normalize } from '../../core/normalize';
import type { BlockReading, Related } from '../../core/read-block';
import type { CardFigure, FigureOnPage } from '../../pack/card';
import { type Block, rangeOf } from './blocks';
import { carryOver } from './carry-over';
import { compareInPage } from './order';

/** A mention where it stands in the page. */
export interface PageMention extends Mention {
  /** Tells mentions apart; a mention keeps it while it stays in its place. */
  readonly key: number;
  readonly range: StaticRange;
  /** The surface form as it stands in its block. */
  readonly surface: string;
  /** Underlined, or (in headings, and where the reader knows the term) only counted. */
  readonly isMarked: boolean;
}

/** A block that may hold mentions, or that is a heading. */
export interface StoredBlock {
  readonly block: Block;
  /** What the engine found in it; undefined until it has answered. */
  reading: BlockReading | undefined;
  mentions: readonly PageMention[];
}

/** The mentions of one document: the only place that knows them. */
export class PageMentions {
  readonly #filter: FormFilter;
  readonly #blocks = new Map<Node, StoredBlock[]>();
  readonly #byText = new Map<Text, StoredBlock>();
  readonly #byKey = new Map<number, PageMention>();
  /** Blocks that are being read again: what is still there keeps its key, and its card stays open. */
  readonly #dropped = new Map<Node, StoredBlock[]>();
  /** Blocks that the engine has not read yet. */
  readonly #unread = new Set<StoredBlock>();
  /** Whether any block may hold a form. Headings alone need no engine. */
  #mayHold = false;
  readonly #related: Record<string, readonly string[]> = {};
  #titleCues: readonly TitleCue[] = [];
  #corrections = NO_CORRECTIONS;
  #parents = new Set<Node>();
  #lastKey = 0;
  #inOrder: readonly PageMention[] | undefined = [];
  /** Whether blocks, readings or title have changed since the last decision. */
  #isStale = false;

  constructor(filter: FormFilter) {
    this.#filter = filter;
  }

  get size(): number {
    return this.#byKey.size;
  }

  /** Keeps a block if it may hold mentions; what was known of its container must have been dropped before. */
  add(block: Block): void {
    const mayHold = this.#filter.mayHold(normalize(block.text).text);
    if (!mayHold && !block.isHeading) return;
    this.#mayHold ||= mayHold;
    const stored: StoredBlock = { block, reading: undefined, mentions: [] };
    this.#unread.add(stored);
    const others = this.#blocks.get(block.container);
    if (others) others.push(stored);
    else this.#blocks.set(block.container, [stored]);
    for (const node of block.nodes) this.#byText.set(node, stored);
    this.#isStale = true;
  }

  /** The blocks that wait for the engine, the earliest first; none on a page that cannot hold a mention. */
  get unread(): readonly StoredBlock[] {
    return this.#mayHold ? [...this.#unread] : [];
  }

  /** Takes what the engine read in blocks that were unread. */
  takeReadings(blocks: readonly StoredBlock[], readings: readonly BlockReading[], related: Related): void {
    blocks.forEach((stored, place) => {
      const reading = readings[place];
      // A block may have been dropped meanwhile.
      if (!this.#unread.delete(stored) || !reading) return;
      stored.reading = reading;
      this.#isStale = true;
      if (reading.candidates.length === 0 && !stored.block.isHeading) this.#remove(stored);
    });
    Object.assign(this.#related, related);
  }

  /** Takes what the engine read in the title. */
  takeTitle(cues: readonly TitleCue[]): void {
    this.#titleCues = cues;
    this.#isStale = true;
  }

  /** Takes the corrections that hold from now on. */
  takeCorrections(corrections: Corrections): void {
    this.#corrections = corrections;
    this.#isStale = true;
  }

  #remove(stored: StoredBlock): void {
    const { container, nodes } = stored.block;
    const left = this.#blocks.get(container)?.filter((other) => other !== stored) ?? [];
    if (left.length > 0) this.#blocks.set(container, left);
    else this.#blocks.delete(container);
    for (const node of nodes) if (this.#byText.get(node) === stored) this.#byText.delete(node);
    for (const { key } of stored.mentions) this.#byKey.delete(key);
    this.#inOrder = undefined;
  }

  /**
   * Forgets the blocks of a container.
   * @returns whether a mention went with them
   */
  drop(container: Node): boolean {
    const blocks = this.#blocks.get(container);
    if (!blocks) return false;
    this.#isStale = true;
    const withMentions = blocks.filter(({ mentions }) => mentions.length > 0);
    for (const stored of blocks) {
      this.#unread.delete(stored);
      this.#remove(stored);
    }
    if (withMentions.length > 0)
      this.#dropped.set(container, [...(this.#dropped.get(container) ?? []), ...withMentions]);
    return withMentions.length > 0;
  }

  /** Forgets the blocks whose containers fit: those inside a node, or those that have left the page. */
  dropWhere(fits: (container: Node) => boolean): boolean {
    let hadMentions = false;
    for (const container of [...this.#blocks.keys()])
      if (fits(container)) hadMentions = this.drop(container) || hadMentions;
    return hadMentions;
  }

  /**
   * Decides all candidates anew, since one block's senses bear on another's; nothing where nothing has changed. A block
   * that waits for the engine keeps, where its text is the same, the mentions that stood there before.
   */
  decide(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    const stored = [...this.#blocks.values()].flat();
    const read = stored.filter(({ reading }) => reading !== undefined);
    const decided = disambiguate(
      correct(
        read.map(({ block: { text }, reading }) => ({ text, reading: reading as BlockReading })),
        this.#corrections,
      ),
      this.#titleCues,
      this.#related,
    );
    const mentionsOf = new Map(read.map((entry, place) => [entry, decided[place] ?? []]));
    this.#byKey.clear();
    this.#parents = new Set();
    for (const entry of stored) {
      const before = this.#dropped.get(entry.block.container) ?? [];
      const mentions = mentionsOf.get(entry) ?? before.flatMap((old) => carryOver(old, entry.block.text));
      entry.mentions = mentions.map((mention) => this.#place(entry, mention, before));
      for (const mention of entry.mentions) this.#byKey.set(mention.key, mention);
      if (entry.mentions.length > 0)
        for (const { parentNode } of entry.block.nodes) if (parentNode) this.#parents.add(parentNode);
    }
    this.#dropped.clear();
    this.#inOrder = undefined;
  }

  #place({ block, mentions }: StoredBlock, mention: Mention, before: readonly StoredBlock[]): PageMention {
    const range = rangeOf(block, mention.start, mention.end);
    const candidates = mentions.length > 0 ? mentions : before.flatMap((old) => old.mentions);
    const known = candidates.find((other) => other.card === mention.card && isSameRange(other.range, range));
    return {
      ...mention,
      key: known?.key ?? ++this.#lastKey,
      range: known?.range ?? range,
      surface: block.text.slice(mention.start, mention.end),
      isMarked: !block.isHeading && !this.#corrections.known.includes(mention.card),
    };
  }

  /**
   * The page's figures on the same subjects as a card's; those in the mention's own block first.
   * @param others the mentions in whose blocks else they may stand
   */
  figuresFor(
    mention: PageMention,
    figures: readonly Pick<CardFigure, 'id' | 'parties'>[],
    others = this.inOrder(),
  ): FigureOnPage[] {
    const onPage = new Set([...this.#byKey.values()].map(({ card }) => card));
    return figures.flatMap(({ id, parties }) => {
      if (!parties.every((party) => onPage.has(party))) return [];
      for (const { card, range } of [mention, ...others]) {
        if (!parties.includes(card)) continue;
        const stored = this.#byText.get(range.startContainer as Text);
        const figure = stored?.reading?.figures.find(({ about }) => about.includes(id));
        if (!stored || !figure) continue;
        const { start, end, quantity, from, to, unit } = figure;
        return [{ about: id, text: stored.block.text.slice(start, end), quantity, from, to, unit }];
      }
      return [];
    });
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

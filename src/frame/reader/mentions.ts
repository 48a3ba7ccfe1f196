import { type Corrections, correct, NO_CORRECTIONS } from '../../core/corrections';
import { Disambiguator, type Mention } from '../../core/disambiguate';
import type { TitleCue } from '../../core/evidence';
import type { BlockReading, Related } from '../../core/read-block';
import type { MentionList, PageMention } from '../../page/mention';
import { passOver } from '../../page/pass-over';
import { isAttached } from '../../platform/dom';
import type { Block } from './blocks';
import { carryOver } from './carry-over';
import { FormerBlocks } from './former-blocks';
import { markMentions } from './mark-mentions';
import { MentionIndex } from './mention-index';
import { placeMentions } from './place-mentions';
import { ReadingCache } from './reading-cache';
import type { StoredBlock } from './stored-block';

/** The mentions of one document: the only place that knows them. */
export class PageMentions implements MentionList {
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
  #corrections: Corrections = NO_CORRECTIONS;
  #isFirstOnly = false;
  #lastKey = 0;
  /** Made when it is asked for. */
  #index: MentionIndex | undefined;
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
    if (isKept) this.#disambiguator.set(stored, this.#correct(stored, reading));
    else this.#remove(stored);
  }

  /** Takes what the engine read in the title. */
  takeTitle(cues: readonly TitleCue[]): void {
    this.#disambiguator.setTitle(cues);
    this.#isStale = true;
  }

  /** Takes what the reader has corrected: it is decided again, from what was read. */
  takeCorrections(corrections: Corrections): void {
    this.#corrections = corrections;
    for (const stored of this.#stored())
      if (stored.reading) this.#disambiguator.set(stored, this.#correct(stored, stored.reading));
    this.#isStale ||= this.#blocks.size > 0;
  }

  #correct({ block: { text } }: StoredBlock, reading: BlockReading): BlockReading {
    return correct([{ text, reading }], this.#corrections)[0] ?? reading;
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
    this.#index = undefined;
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
    markMentions([...this.#stored()], this.#corrections.known, this.#isFirstOnly);
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

  #place(stored: StoredBlock, decided: readonly Mention[], before: readonly StoredBlock[]): void {
    const former = [...stored.mentions, ...before.flatMap(({ mentions }) => mentions)];
    this.#replace(
      stored,
      placeMentions(stored.block, decided, former, () => ++this.#lastKey),
    );
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
    return this.index.inOrder;
  }

  /** Where mentions stand. */
  get index(): MentionIndex {
    this.#index ??= new MentionIndex([...this.#stored()].filter(({ mentions }) => mentions.length > 0));
    return this.#index;
  }
}

/** Whether the words around some form in a block are enough for it to be a term. */
const namesTerm = ({ candidates }: BlockReading) =>
  candidates.some(({ senses }) =>
    senses.some(({ evidence }) => evidence.reduce((sum, { weight }) => sum + weight, 0) >= 0),
  );

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

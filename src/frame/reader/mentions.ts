import { applyCorrections, type Corrections, NO_CORRECTIONS } from '../../core/corrections';
import { Disambiguator } from '../../core/disambiguate';
import type { TitleCue } from '../../core/evidence';
import type { BlockReading } from '../../core/read-block';
import type { Mention } from '../../core/sense-choice';
import type { MarkGroup } from '../../core/settings';
import { attempt } from '../../page/attempt';
import type { MentionList, PageMention } from '../../page/mention';
import { isAttached } from '../../platform/dom';
import type { Responses } from '../../protocol/messages';
import type { Block } from './blocks';
import { carryOver } from './carry-over';
import { FormerBlocks } from './former-blocks';
import { locateMentions } from './locate-mentions';
import { MentionIndex } from './mention-index';
import { ReadingCache } from './reading-cache';
import type { StoredBlock } from './stored-block';

/** The mentions of one document: the only place that knows them. */
export class PageMentions implements MentionList {
  readonly #blocks = new Map<Node, Set<StoredBlock>>();
  readonly #byKey = new Map<number, PageMention>();
  /** Blocks that are being read again: a mention that is found again keeps its key, and its card stays open. */
  readonly #dropped = new Map<Node, FormerBlocks>();
  /** Blocks that the engine has not read yet. */
  readonly #unread = new Set<StoredBlock>();
  readonly #cache = new ReadingCache();
  /** Containers that have changed and were not read again yet. */
  readonly #invalidated = new Set<Node>();
  /** Code samples that are skipped, though they hold terms. */
  readonly #unreadCode = new Set<Node>();
  readonly #disambiguator = new Disambiguator<StoredBlock>();
  readonly #related: Record<string, readonly string[]> = {};
  readonly groups: Record<string, MarkGroup> = {};
  #hasCandidates = false;
  #corrections: Corrections = NO_CORRECTIONS;
  #lastKey = 0;
  /** Built when it is first needed. */
  #index: MentionIndex | undefined;
  /** Whether blocks, readings or title have changed since the last decision. */
  #isStale = false;

  get size(): number {
    return this.#byKey.size;
  }

  /** Whether a form was found in any block; until then, headings are of no use. */
  get hasCandidates(): boolean {
    return this.#hasCandidates;
  }

  /** Whether skipped code holds terms. */
  get hasUnreadCode(): boolean {
    return this.#unreadCode.size > 0;
  }

  /** Adds a block of a skipped code sample, for the engine to find out whether it holds terms. */
  addUnreadCode(sample: Element, block: Block): void {
    this.#unread.add({ block, sample, reading: undefined, decided: [], mentions: [] });
  }

  /** Adds a block for the engine to read; the container's former blocks must have been dropped. */
  add(block: Block): void {
    const stored: StoredBlock = { block, reading: undefined, decided: [], mentions: [] };
    const others = this.#blocks.get(block.container);
    if (others) others.add(stored);
    else this.#blocks.set(block.container, new Set([stored]));
    const reading = this.#cache.get(block);
    if (reading) this.#applyReading(stored, reading);
    else this.#unread.add(stored);
  }

  /** Replaces all blocks of a container. */
  replace(container: Node, blocks: readonly Block[]): void {
    this.drop(container);
    for (const block of blocks) this.add(block);
  }

  /** Marks a container as changed: until it is replaced, only mentions whose text is intact are kept. */
  invalidate(container: Node): void {
    if (!this.#blocks.has(container)) return;
    this.#invalidated.add(container);
    this.#isStale = true;
  }

  /** Whether blocks of a container are kept. */
  has(container: Node): boolean {
    return this.#blocks.has(container);
  }

  /** The blocks that wait for the engine, oldest first. */
  get unread(): readonly StoredBlock[] {
    return [...this.#unread];
  }

  /** Adds the engine's readings of blocks, in the same order, and what it says of the cards in them. */
  addReadings(
    blocks: readonly StoredBlock[],
    { readings, related, groups }: Omit<Responses['blocks.read'], 'title'>,
  ): void {
    this.#disambiguator.setRelated(Object.assign(this.#related, related));
    Object.assign(this.groups, groups);
    blocks.forEach((stored, index) => {
      const reading = readings[index];
      if (!reading) return;
      this.#cache.set(stored.block, reading);
      // A block may have been dropped meanwhile.
      if (this.#unread.delete(stored)) attempt(() => this.#applyReading(stored, reading));
    });
  }

  #applyReading(stored: StoredBlock, reading: BlockReading): void {
    if (stored.sample) {
      if (hasLikelyTerm(reading)) this.#unreadCode.add(stored.sample);
      return;
    }
    stored.reading = reading;
    this.#hasCandidates ||= reading.candidates.length > 0;
    const isKept = reading.candidates.length > 0 || stored.block.isHeading;
    this.#isStale ||= isKept || stored.mentions.length > 0;
    if (isKept) this.#disambiguator.set(stored, this.#corrected(stored, reading));
    else this.#remove(stored);
  }

  /** Sets the cues of title and host name. */
  setTitleCues(cues: readonly TitleCue[]): void {
    this.#disambiguator.setTitle(cues);
    this.#isStale = true;
  }

  /** Replaces the reader's corrections; the next decision applies them to what was read already. */
  setCorrections(corrections: Corrections): void {
    this.#corrections = corrections;
    for (const stored of this.blocks())
      if (stored.reading) this.#disambiguator.set(stored, this.#corrected(stored, stored.reading));
    this.#isStale ||= this.#blocks.size > 0;
  }

  /** Ids of the cards that the reader knows. */
  get knownCards(): readonly string[] {
    return this.#corrections.known;
  }

  #corrected({ block: { text } }: StoredBlock, reading: BlockReading): BlockReading {
    return applyCorrections([{ text, reading }], this.#corrections)[0] ?? reading;
  }

  #remove(stored: StoredBlock): void {
    const { container } = stored.block;
    const blocks = this.#blocks.get(container);
    if (!blocks) return;
    blocks.delete(stored);
    if (blocks.size === 0) this.#blocks.delete(container);
    this.#discard(stored);
  }

  *blocks(): Iterable<StoredBlock> {
    for (const blocks of this.#blocks.values()) yield* blocks;
  }

  #discard(stored: StoredBlock): void {
    this.#unread.delete(stored);
    this.#disambiguator.delete(stored);
    this.#replace(stored, []);
  }

  /** Replaces a block's mentions. */
  #replace(stored: StoredBlock, mentions: readonly PageMention[]): void {
    if (stored.mentions.length === 0 && mentions.length === 0) return;
    for (const { key } of stored.mentions) this.#byKey.delete(key);
    for (const mention of mentions) this.#byKey.set(mention.key, mention);
    stored.mentions = mentions;
    this.#index = undefined;
  }

  /**
   * Removes the blocks of a container.
   * @returns whether they had a mention
   */
  drop(container: Node): boolean {
    this.#invalidated.delete(container);
    const blocks = this.#blocks.get(container);
    if (!blocks) return false;
    this.#blocks.delete(container);
    const former = this.#dropped.get(container) ?? new FormerBlocks();
    const count = former.size;
    for (const stored of blocks) {
      this.#isStale ||= stored.reading !== undefined || stored.mentions.length > 0;
      if (stored.mentions.length > 0) former.add({ ...stored });
      this.#discard(stored);
    }
    if (former.size > 0) this.#dropped.set(container, former);
    return former.size > count;
  }

  /** Removes the blocks whose containers match. @returns whether they had a mention */
  dropWhere(matches: (container: Node) => boolean): boolean {
    let hadMentions = false;
    for (const sample of this.#unreadCode) if (matches(sample)) this.#unreadCode.delete(sample);
    for (const stored of this.#unread)
      if (stored.sample && matches(stored.sample)) this.#unread.delete(stored);
    for (const container of [...this.#blocks.keys()])
      if (attempt(() => matches(container))) hadMentions = this.drop(container) || hadMentions;
    return hadMentions;
  }

  /**
   * Decides blocks that have changed, and those that depend on them. A block that waits for the engine keeps its former
   * mentions where its text is unchanged.
   * @returns whether anything had changed
   */
  decide(): boolean {
    if (!this.#isStale) return false;
    this.#isStale = false;
    this.#disambiguator.decide();
    if (this.#dropped.size > 0) for (const stored of this.#unread) attempt(() => this.#carryOver(stored));
    for (const stored of this.blocks()) attempt(() => this.#locateDecided(stored));
    this.#dropped.clear();
    for (const container of this.#invalidated)
      for (const stored of this.#blocks.get(container) ?? [])
        if (stored.mentions.length > 0) this.#replace(stored, stored.mentions.filter(isIntact));
    return true;
  }

  #carryOver(stored: StoredBlock): void {
    if (stored.sample) return;
    const before = this.#dropped.get(stored.block.container)?.matching(stored.block);
    if (before && before.length > 0)
      this.#locate(
        stored,
        before.flatMap((old) => carryOver(old, stored.block.text)),
        before,
      );
  }

  #locateDecided(stored: StoredBlock): void {
    if (!stored.reading) return;
    const decided = this.#disambiguator.mentionsOf(stored);
    if (decided === stored.decided) return;
    stored.decided = decided;
    this.#locate(stored, decided, this.#dropped.get(stored.block.container)?.matching(stored.block) ?? []);
  }

  #locate(stored: StoredBlock, decided: readonly Mention[], before: readonly StoredBlock[]): void {
    const former = [...stored.mentions, ...before.flatMap(({ mentions }) => mentions)];
    this.#replace(
      stored,
      locateMentions(stored.block, decided, former, () => ++this.#lastKey),
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
    this.#index ??= new MentionIndex([...this.blocks()].filter(({ mentions }) => mentions.length > 0));
    return this.#index;
  }
}

/** Whether some form in a block has enough evidence beside it to be a term. */
const hasLikelyTerm = ({ candidates }: BlockReading) =>
  candidates.some(({ senses }) =>
    senses.some(({ evidence }) => evidence.reduce((sum, { weight }) => sum + weight, 0) >= 0),
  );

/** Whether a mention's text is still where it was found; false for text in several nodes. */
function isIntact({ range, surface }: PageMention): boolean {
  const { startContainer: node, startOffset, endContainer } = range;
  return (
    node === endContainer &&
    isAttached(node) &&
    surface ===
      attempt(() =>
        (node as Text).substringData(Math.min(startOffset, (node as Text).length), surface.length),
      )
  );
}

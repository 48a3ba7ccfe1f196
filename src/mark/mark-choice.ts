import type { MarkGroup, Settings } from '../core/settings';
import { attempt } from '../page/attempt';
import { isRendered } from '../page/is-rendered';
import type { MentionList, OrderedMentions, PageMention, ReadBlock } from '../page/mention';
import { findMainRegion, isBeside } from './main-region';
import { OrderedBlocks } from './ordered-blocks';

/** How long what was found about the page's layout is taken to hold, in milliseconds. */
const TTL_MS = 1_000;
/** A page that has grown by this factor may have its article elsewhere. */
const GROWTH = 1.25;

interface Ports {
  readonly mentions: MentionList;
  settings(): Settings;
  /** Ids of cards that the reader knows. */
  known(): readonly string[];
}

/** Chooses which mentions are underlined, and orders them so that those beside the article come last. */
export class MarkChoice {
  /** The page's mentions, for cards and the ways from one to the next. */
  readonly mentions: OrderedMentions;
  readonly #ports: Ports;
  readonly #blocks = new OrderedBlocks();
  #marked = new Set<number>();
  /** The cards of what is marked. */
  #cards = new Set<string>();
  #beside = new Set<number>();
  #ordered: { readonly of: readonly PageMention[]; readonly all: readonly PageMention[] } | undefined;
  #region: Element | undefined;
  #isBeside = new WeakMap<ReadBlock, boolean>();
  #isRendered = new WeakMap<PageMention, boolean>();
  #lookedAt = Number.NEGATIVE_INFINITY;
  #lookedSize = 0;

  constructor(ports: Ports) {
    this.#ports = ports;
    this.mentions = this.#orderedMentions();
  }

  /** Whether a mention is underlined. */
  isMarked({ key }: PageMention): boolean {
    return this.#marked.has(key);
  }

  /** Whether a mention answers to the pointer: it is marked, or another one of its card is. */
  answersPointer({ card }: PageMention): boolean {
    return this.#cards.has(card);
  }

  /** Chooses anew: mentions have come, gone or moved, or the reader has chosen otherwise. */
  update(): void {
    const blocks = this.#blocks.update(this.#ports.mentions.blocks());
    this.#look(blocks);
    const main = blocks.filter((block) => !this.#standsBeside(block));
    const beside = blocks.filter((block) => this.#standsBeside(block));
    this.#beside = new Set(beside.flatMap(({ mentions }) => mentions.map(({ key }) => key)));
    this.#ordered = undefined;
    this.#marked = new Set();
    this.#cards = new Set();
    if (this.#ports.settings().marks === 'every') for (const block of blocks) this.#markEvery(block);
    else this.#markFirst(main, beside);
  }

  #markEvery({ block, mentions }: ReadBlock): void {
    if (!block.isHeading) for (const mention of mentions) if (this.#mayMark(mention)) this.#mark(mention);
  }

  /** A card's first mention in each section, a company's on the page; beside the article, what is not marked in it. */
  #markFirst(main: readonly ReadBlock[], beside: readonly ReadBlock[]): void {
    const onPage = new Set<string>();
    const markNew = (mention: PageMention, seen: ReadonlySet<string>) => {
      if (seen.has(mention.card) || !this.#mayMark(mention)) return false;
      this.#mark(mention);
      // What is not rendered is not the first that a reader sees.
      return this.#rendered(mention);
    };
    let inSection = new Set<string>();
    for (const { block, mentions } of main) {
      if (block.isHeading) inSection = new Set();
      else
        for (const mention of mentions) {
          if (!markNew(mention, this.#groupOf(mention) === 'companies' ? onPage : inSection)) continue;
          inSection.add(mention.card);
          onPage.add(mention.card);
        }
    }
    for (const { block, mentions } of beside)
      if (!block.isHeading)
        for (const mention of mentions) if (markNew(mention, onPage)) onPage.add(mention.card);
  }

  #mayMark(mention: PageMention): boolean {
    const { settings, known } = this.#ports;
    return settings()[this.#groupOf(mention)] === 'marked' && !known().includes(mention.card);
  }

  #groupOf({ card }: PageMention): MarkGroup {
    return this.#ports.mentions.groups[card] ?? 'concepts';
  }

  #mark({ key, card }: PageMention): void {
    this.#marked.add(key);
    this.#cards.add(card);
  }

  /** Looks at the page's layout again, where it may be another. */
  #look(blocks: readonly ReadBlock[]): void {
    const now = performance.now();
    if (now - this.#lookedAt < TTL_MS && blocks.length < GROWTH * this.#lookedSize) return;
    this.#lookedAt = now;
    this.#lookedSize = blocks.length;
    this.#isRendered = new WeakMap();
    this.#isBeside = new WeakMap();
    this.#region = attempt(() => findMainRegion(blocks));
  }

  #standsBeside(block: ReadBlock): boolean {
    return recall(this.#isBeside, block, () => isBeside(block, this.#region));
  }

  #rendered(mention: PageMention): boolean {
    return recall(this.#isRendered, mention, () => isRendered(mention));
  }

  #orderedMentions(): OrderedMentions {
    const { mentions } = this.#ports;
    return {
      get size() {
        return mentions.size;
      },
      get index() {
        return mentions.index;
      },
      get groups() {
        return mentions.groups;
      },
      byKey: (key) => mentions.byKey(key),
      all: () => mentions.all(),
      blocks: () => mentions.blocks(),
      isBeside: ({ key }) => this.#beside.has(key),
      inOrder: () => this.#inOrder(),
    };
  }

  #inOrder(): readonly PageMention[] {
    const of = this.#ports.mentions.inOrder();
    if (this.#ordered?.of !== of) {
      const isBeside = ({ key }: PageMention) => this.#beside.has(key);
      this.#ordered = { of, all: [...of.filter((one) => !isBeside(one)), ...of.filter(isBeside)] };
    }
    return this.#ordered.all;
  }
}

/** What is known of a thing, or is found out now; false where that fails. */
function recall<T extends object>(answers: WeakMap<T, boolean>, about: T, find: () => boolean): boolean {
  const answer = answers.get(about) ?? attempt(find) === true;
  answers.set(about, answer);
  return answer;
}

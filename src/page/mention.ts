import type { BlockReading } from '../core/read-block';
import type { Mention } from '../core/sense-choice';
import type { MarkGroup } from '../core/settings';

/** A mention with its place in the page. */
export interface PageMention extends Mention {
  /** Unique in the frame; a mention keeps it while it stays in its place. */
  readonly key: number;
  readonly range: StaticRange;
  /** The surface form, as in its block. */
  readonly surface: string;
}

/** A block, what the engine found in it, and its mentions in order. */
export interface ReadBlock {
  readonly block: {
    readonly text: string;
    readonly isHeading: boolean;
    /** Its text nodes, and the offsets in its text at which they start. */
    readonly nodes: readonly Text[];
    readonly starts: readonly number[];
  };
  readonly reading: BlockReading | undefined;
  readonly mentions: readonly PageMention[];
}

/** Look-ups of a document's mentions by node. Valid until mentions come or go. */
export interface MentionPlaces {
  /** By the parent elements of their text. */
  readonly byParent: ReadonlyMap<Node, readonly PageMention[]>;
  /** The shadow root of an element, if it or a root inside it has mentions. */
  rootIn(host: Element): ShadowRoot | undefined;
  /** The mention at a caret position, its two ends included. */
  at(node: Node, offset: number): PageMention | undefined;
  /** The block that an offset in a text node belongs to. */
  blockAt(node: Node, offset: number): ReadBlock | undefined;
}

/** The mentions of a document, as the mark, card and follow scripts see them. */
export interface MentionList {
  readonly size: number;
  /** @returns undefined where the mention is gone */
  byKey(key: number): PageMention | undefined;
  all(): Iterable<PageMention>;
  /** In the order in which the page is read; the same array until mentions come or go. */
  inOrder(): readonly PageMention[];
  /** All blocks that have mentions or are headings, in no order. A block whose place or text changes is a new object. */
  blocks(): Iterable<ReadBlock>;
  /** What the cards of the mentions are about, by id. */
  readonly groups: Readonly<Record<string, MarkGroup>>;
  readonly index: MentionPlaces;
}

/** Mentions in the order in which a reader goes through them: those beside the page's article come last. */
export interface OrderedMentions extends MentionList {
  /** Whether a mention is beside the article: in navigation, a sidebar, a footer, or elsewhere outside it. */
  isBeside(mention: PageMention): boolean;
}

import type { BlockReading } from '../core/read-block';
import type { Mention } from '../core/sense-choice';

/** A mention with its place in the page. */
export interface PageMention extends Mention {
  /** Unique in the frame; a mention keeps it while it stays in its place. */
  readonly key: number;
  readonly range: StaticRange;
  /** The surface form, as in its block. */
  readonly surface: string;
  /** Underlined, or (in headings, where the reader knows the term, or has seen it marked in the section) only counted. */
  readonly isMarked: boolean;
}

/** A block, and what the engine found in it. */
export interface ReadBlock {
  readonly block: { readonly text: string };
  readonly reading: BlockReading | undefined;
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
  /** In the order in which the page is read. */
  inOrder(): readonly PageMention[];
  readonly index: MentionPlaces;
}

import type { Mention } from '../core/disambiguate';
import type { BlockReading } from '../core/read-block';

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

/** A block, and what the engine found in it. */
export interface ReadBlock {
  readonly block: { readonly text: string };
  readonly reading: BlockReading | undefined;
}

/** Where the mentions of a document stand, for as long as none comes or goes. */
export interface MentionPlaces {
  /** By the elements that their text stands directly in. */
  readonly byParent: ReadonlyMap<Node, readonly PageMention[]>;
  /** The shadow root of an element, where mentions stand in it or in a root inside. */
  rootIn(host: Element): ShadowRoot | undefined;
  /** The mention at a caret position, its two ends included. */
  at(node: Node, offset: number): PageMention | undefined;
  /** The block that a place in a text node belongs to. */
  blockAt(node: Node, offset: number): ReadBlock | undefined;
}

/** The mentions of a document, as the scripts see it that come after the frame's. */
export interface MentionList {
  readonly size: number;
  /** @returns undefined where the mention is gone */
  byKey(key: number): PageMention | undefined;
  all(): Iterable<PageMention>;
  /** In the order in which the page is read. */
  inOrder(): readonly PageMention[];
  readonly index: MentionPlaces;
}

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

/** The mentions of a document, as the scripts see it that come after the frame's. */
export interface MentionList {
  /** @returns undefined where the mention is gone */
  byKey(key: number): PageMention | undefined;
  all(): Iterable<PageMention>;
  /** In the order in which the page is read. */
  inOrder(): readonly PageMention[];
  readonly index: {
    /** The block that a place in a text node belongs to. */
    blockAt(node: Node, offset: number): ReadBlock | undefined;
  };
}

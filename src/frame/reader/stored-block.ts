import type { BlockReading } from '../../core/read-block';
import type { Mention } from '../../core/sense-choice';
import type { PageMention } from '../../page/mention';
import type { Block } from './blocks';

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

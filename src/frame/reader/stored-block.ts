import type { BlockReading } from '../../core/read-block';
import type { Mention } from '../../core/sense-choice';
import type { PageMention } from '../../page/mention';
import type { Block } from './blocks';

/** A block that has candidates, is a heading, or waits for the engine. */
export interface StoredBlock {
  readonly block: Block;
  /** The skipped code sample that it is part of. */
  readonly sample?: Element;
  /** What the engine found in it; undefined until it has answered. */
  reading: BlockReading | undefined;
  /** What was decided when its mentions were last placed. */
  decided: readonly Mention[];
  mentions: readonly PageMention[];
}

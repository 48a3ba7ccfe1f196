import { type ComponentChildren, Fragment } from 'preact';
import { type MessageKey, t } from '../platform/text';

export interface RichTextProps {
  /** The message's name in `_locales`. */
  of: MessageKey;
  /** Values of `$1`, `$2` … */
  nodes: readonly ComponentChildren[];
}

// A private-use character, which no message contains, marks where a node goes.
const MARKER = '\uE000';

/**
 * A text of the interface with nodes as values.
 * @param props the message and its values
 * @returns the text with the nodes in it, in the order of the reader's language
 */
export function RichText({ of, nodes }: RichTextProps) {
  const pieces = t(of, ...nodes.map((_, index) => `${MARKER}${index}${MARKER}`)).split(MARKER);
  return (
    <>
      {pieces.map((piece, index) => (
        <Fragment key={index}>{index % 2 === 0 ? piece : nodes[Number(piece)]}</Fragment>
      ))}
    </>
  );
}

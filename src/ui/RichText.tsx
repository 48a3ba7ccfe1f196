import { type ComponentChildren, Fragment } from 'preact';
import { type MessageKey, t } from '../platform/text';

export interface RichTextProps {
  /** The message's name in `_locales`. */
  of: MessageKey;
  /** What stands for `$1`, `$2` … */
  nodes: readonly ComponentChildren[];
}

// No message and no text has it: it stands where a node goes, in the order of the reader's language.
const MARKER = '\uE000';

/**
 * A text of the interface with more than text in it.
 * @param props the message, and what goes into it
 * @returns the text, in pieces, with the nodes between them
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

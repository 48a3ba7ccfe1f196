import type { ComponentChildren } from 'preact';

export interface MessageProps {
  /** The drawing above the title: lines of text that were read, were not read, or wait for an answer. */
  lines: 'read' | 'unread' | 'asking';
  title: string;
  children: ComponentChildren;
}

/**
 * Explains a surface without cards: what happened, then what the reader can do.
 * @param props the drawing, the title, and the text and buttons below it
 * @returns a section
 */
export function Message({ lines, title, children }: MessageProps) {
  return (
    <section class="message">
      <div class={`lines ${lines}`} aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

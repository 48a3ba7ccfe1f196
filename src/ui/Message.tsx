import type { ComponentChildren } from 'preact';

export interface MessageProps {
  /** The drawing above: lines that were read, were not read, or wait for leave. */
  lines: 'read' | 'unread' | 'asking';
  title: string;
  children: ComponentChildren;
}

/**
 * A state of a surface that has no cards to show: what happened first, then what can be done.
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

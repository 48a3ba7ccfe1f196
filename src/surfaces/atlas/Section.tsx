import type { ComponentChildren } from 'preact';

export interface SectionProps {
  /** What the address calls it. */
  id: string;
  title: string;
  /** BCP 47 tag, where the title is the pack's. */
  language?: string;
  lead: string;
  /** Stands beside title and lead. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}

/**
 * One map, or the list of cards, under its heading.
 * @param props heading, one sentence on what is to be seen, and the map
 * @returns a `section` that a hash leads to
 */
export function Section({ id, title, language, lead, aside, children }: SectionProps) {
  return (
    <section class="map" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <div>
          <h2 id={`${id}-title`} {...(language && { lang: language })}>
            {title}
          </h2>
          <p>{lead}</p>
        </div>
        {aside}
      </header>
      {children}
    </section>
  );
}

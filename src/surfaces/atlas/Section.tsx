import type { ComponentChildren } from 'preact';

export interface SectionProps {
  /** Its id, which is also its hash. */
  id: string;
  title: string;
  /** BCP 47 tag, where the title is the pack's. */
  language?: string;
  lead: string;
  /** Shown beside title and lead. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}

/**
 * A section of the atlas: a map, or the list of cards.
 * @param props heading, one sentence of explanation, and the content
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

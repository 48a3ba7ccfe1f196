import type { Citation } from '../../pack/card';
import { describeCitation, SectionNumber } from '../../ui/Citation';
import { paragraphHash } from './route';

/**
 * A short citation on a map.
 * @param props the citation, and the BCP 47 tag of its section's name
 * @returns a link to the paragraph's abstract
 */
export function CitationLink({ cite, language }: { cite: Citation; language: string }) {
  return (
    <a class="citation" href={paragraphHash(cite)} aria-label={describeCitation(cite)}>
      <SectionNumber section={cite} language={language} />
    </a>
  );
}

import type { Citation } from '../../pack/card';
import { describeCitation } from '../../ui/Citation';
import { paragraphHash } from './route';

/**
 * A short citation on a map, with the full one as its name.
 * @param props the citation
 * @returns a link to the paragraph's abstract
 */
export function CitationLink({ cite }: { cite: Citation }) {
  const name = describeCitation(cite);
  return (
    <a class="citation" href={paragraphHash(cite)} aria-label={name} title={name}>
      §{cite.number}
    </a>
  );
}

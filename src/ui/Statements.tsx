import type { Citation, Statement } from '../pack/card';
import { t } from '../platform/text';
import { StanceLabel } from './StanceLabel';

/**
 * Describes a citation in full.
 * @param cite the citation
 * @returns 'Section 2, Capital triad: “The Triad of Capital Allocation”, paragraph 3'
 */
function describeCitation(cite: Citation): string {
  return t('card_citation', cite.number, cite.name, cite.title, cite.paragraph);
}

/**
 * A short citation, with the full one as tooltip and accessible name.
 * @param props the citation
 * @returns '§2 Capital triad'; in a narrow card, only '§2' is visible
 */
export function CitationMark({ cite }: { cite: Citation }) {
  const whole = describeCitation(cite);
  return (
    <span class="citation" role="note" aria-label={whole} title={whole}>
      §{cite.number}
      <span class="section-name">
        {'\u00a0'}
        {cite.name}
      </span>
    </span>
  );
}

export interface StatementsProps {
  statements: readonly Statement[];
  /** BCP 47 tag of the statements' own language. */
  language: string;
}

/**
 * Statements, each preceded by its stance and followed by its citation.
 * @param props the statements, in the order to show them, and their language
 * @returns a list
 */
export function Statements({ statements, language }: StatementsProps) {
  return (
    <ul class="statements">
      {statements.map((statement) => (
        <li key={statement.text}>
          <StanceLabel stance={statement.stance} />
          <p>
            <span lang={language}>{statement.text}</span>
            {/* A no-break space keeps a citation from starting a line. */}
            {'\u00a0'}
            <CitationMark cite={statement.cite} />
          </p>
        </li>
      ))}
    </ul>
  );
}

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Citation, Paragraph } from '../pack/card';
import { t } from '../platform/text';
import { type Citations, useCitations } from './citations';
import { ActionIcon } from './Icon';

/** The most other cards that are named. */
const MAX_CITED_BY = 4;

/**
 * Names a citation, in the interface's language alone.
 * @returns 'Section 2, paragraph 3'
 */
export const describeCitation = ({ number, paragraph }: Pick<Citation, 'number' | 'paragraph'>): string =>
  t('card_citation', number, paragraph);

/**
 * A section's number, with its name as a tooltip: in an element of its own, since the name is in the pack's language.
 * @param props the section, and the BCP 47 tag of its name; its title in the source where that is known
 * @returns '§2'
 */
export function SectionNumber({
  section: { number, name, title },
  language,
}: {
  section: Pick<Citation, 'number' | 'name'> & Partial<Pick<Citation, 'title'>>;
  language: string;
}) {
  return (
    <span lang={language} title={title === undefined ? name : `${name}: ${title}`}>
      §{number}
    </span>
  );
}

export interface CitedTextProps {
  /** What is cited: distinguishes it from the other texts of the card that cite the same paragraph. */
  id: string;
  text: string;
  /** BCP 47 tag of the text. */
  language: string;
  cite: Citation;
}

/**
 * A text with its citation: a button, which opens the paragraph's abstract below the text.
 * @param props the text and its citation
 * @returns a paragraph, and the abstract where it is open
 */
export function CitedText({ id, text, language, cite }: CitedTextProps) {
  return (
    <>
      <p>
        <span lang={language}>{text}</span>
        {/* A no-break space keeps a citation from starting a line; Firefox breaks between it and a button. */}
        <span class="unbroken">
          {'\u00a0'}
          <CitationButton id={id} cite={cite} language={language} />
        </span>
      </p>
      <OpenAbstract id={id} cite={cite} language={language} />
    </>
  );
}

/**
 * A short citation.
 * @param props the citation, what is cited, and its language
 * @returns '§2': a button in a card whose source has abstracts, else a note
 */
export function CitationButton({ id, cite, language }: Omit<CitedTextProps, 'text'>) {
  const citations = useCitations();
  const name = describeCitation(cite);
  if (!citations?.paragraphOf(cite))
    return (
      <span class="citation" role="note" aria-label={name}>
        <SectionNumber section={cite} language={language} />
      </span>
    );
  return (
    <button
      type="button"
      class="citation"
      aria-label={name}
      aria-expanded={citations.open === id}
      onClick={(event) => {
        // In a peek, a click elsewhere opens the card in full.
        event.stopPropagation();
        citations.toggle(id, event.currentTarget);
      }}
    >
      <SectionNumber section={cite} language={language} />
    </button>
  );
}

/**
 * The abstract of a citation's paragraph.
 * @param props the citation, and what is cited
 * @returns nothing while the citation is closed
 */
export function OpenAbstract({ id, cite, language }: Omit<CitedTextProps, 'text'>) {
  const citations = useCitations();
  const paragraph = citations?.open === id ? citations.paragraphOf(cite) : undefined;
  if (!citations || !paragraph) return null;
  return <Abstract {...{ paragraph, language, citations }} />;
}

interface AbstractProps {
  paragraph: Paragraph;
  language: string;
  citations: Citations;
}

function Abstract({ paragraph, language, citations }: AbstractProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The least that shows it whole.
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { number, name, paragraph: position, of, abstract } = paragraph;
  return (
    <div ref={box} class="abstract" role="note" aria-label={describeCitation(paragraph)}>
      <p class="where">
        <b>§{number}</b> <span lang={language}>{name}</span>
        <span>{t('card_paragraph_position', position, of)}</span>
      </p>
      <div>
        <p class="abstract-text" lang={language}>
          {abstract}
        </p>
        <CitedBy {...{ paragraph, language, citations }} />
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={t('card_close_abstract')}
        title={t('card_close_abstract')}
        onClick={(event) => {
          event.stopPropagation();
          citations.close();
        }}
      >
        <ActionIcon name="close" />
      </button>
    </div>
  );
}

function CitedBy({ paragraph, language, citations }: AbstractProps) {
  const { onOpenCard } = citations;
  const others = paragraph.citedBy.filter(({ card }) => card !== citations.card).slice(0, MAX_CITED_BY);
  if (others.length === 0) return null;
  return (
    <p class="cited-by">
      {t('card_cited_by')}{' '}
      {others.map(({ card, name }, index) => (
        <span key={card} lang={language}>
          {onOpenCard ? (
            <button type="button" class="link" data-card={card} onClick={() => onOpenCard(card)}>
              {name}
            </button>
          ) : (
            name
          )}
          {index < others.length - 1 && ', '}
        </span>
      ))}
    </p>
  );
}

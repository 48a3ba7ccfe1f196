import type { Paragraph } from '../../pack/card';
import { t } from '../../platform/text';
import { useParagraphs } from '../../ui/citations';
import { type Atlas, useAtlas } from './atlas-context';
import { CardChips } from './CardChip';
import { paragraphHash } from './route';
import { Section } from './Section';

export const PARAGRAPHS_ID = 'paragraphs';

/**
 * The source from its first paragraph to its last, in abstracts; those that the page touches are highlighted.
 * @param props BCP 47 tag of the pack's words
 * @returns a section; nothing for a pack without abstracts
 */
export function ParagraphsSection({ language }: { language: string }) {
  const paragraphs = useParagraphs();
  const atlas = useAtlas();
  if (paragraphs.length === 0) return null;
  const sections = [...new Set(paragraphs.map(({ section }) => section))].map((section) =>
    paragraphs.filter((each) => each.section === section),
  );
  return (
    <Section id={PARAGRAPHS_ID} title={t('atlas_paragraphs')} lead={t('atlas_paragraphs_lead')}>
      <ol class="source-sections">
        {sections.map(
          ([first, ...rest]) =>
            first && (
              <li key={first.section}>
                <h3 lang={language}>
                  <span class="number">§{first.number}</span> {first.name}
                </h3>
                <ol class="paragraphs">
                  {[first, ...rest].map((paragraph) => (
                    <ParagraphItem
                      key={paragraph.paragraph}
                      paragraph={paragraph}
                      isLit={isTouched(paragraph, atlas)}
                      language={language}
                    />
                  ))}
                </ol>
              </li>
            ),
        )}
      </ol>
    </Section>
  );
}

interface ParagraphItemProps {
  paragraph: Paragraph;
  isLit: boolean;
  language: string;
}

function ParagraphItem({ paragraph, isLit, language }: ParagraphItemProps) {
  const { paragraph: position, of, abstract, citedBy } = paragraph;
  return (
    <li id={paragraphHash(paragraph).slice(1)} class={isLit ? 'paragraph lit' : 'paragraph'}>
      <p class="position">
        {t('card_paragraph_position', position, of)}
        {isLit && <span class="state">{t('atlas_part_touched')}</span>}
      </p>
      <p class="abstract-text" lang={language}>
        {abstract}
      </p>
      <CardChips ids={citedBy.map(({ card }) => card)} />
    </li>
  );
}

/** Companies are mentioned everywhere: a page touches a paragraph with another card that cites it. */
const isTouched = ({ citedBy }: Paragraph, { cards, counts }: Atlas): boolean =>
  citedBy.some(({ card }) => counts.has(card) && cards.get(card)?.kind !== 'company');

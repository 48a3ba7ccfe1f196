import type { Card } from '../pack/card';
import { t } from '../platform/text';

/**
 * Who reports, argues or expects what follows: the subject of the stances' verbs.
 * @param props the card
 * @returns the author, the title, and the date or that there is none
 */
export function SourceLine({ card: { source, statements, language } }: { card: Card }) {
  const expects = statements.some(({ stance }) => stance === 'forecast');
  return (
    <p class="source-line">
      <b lang={language}>{source.author}</b>, <cite lang={language}>{source.shortTitle}</cite>,{' '}
      {source.published ?? t(expects ? 'card_undated_forecast' : 'card_undated')}
    </p>
  );
}

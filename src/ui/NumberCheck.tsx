import { type Comparison, compareFigures } from '../core/figures';
import type { CardFigure, FigureOnPage } from '../pack/card';
import { t } from '../platform/text';
import { CitationButton, OpenAbstract } from './Citation';

/**
 * Compares figures of the page with those of the analysis on the same subject.
 * @param props the card's figures, the page's figures, and the BCP 47 tag of the pack's language
 * @returns a section; nothing where the page has no comparable figure
 */
export function NumberCheck({
  figures,
  onPage,
  language,
}: {
  figures: readonly CardFigure[];
  onPage: readonly FigureOnPage[];
  language: string;
}) {
  const pairs = figures.flatMap((figure) => {
    const page = onPage.find(({ about }) => about === figure.id);
    return page ? [{ figure, page, comparison: compareFigures(page, figure) }] : [];
  });
  if (pairs.length === 0) return null;
  return (
    <section class="number-check">
      <h3>{t('numbers_title')}</h3>
      {pairs.map(({ figure, page, comparison }) => (
        <div key={figure.id}>
          <p class="subject" lang={language}>
            {figure.subject}
          </p>
          <table>
            <tbody>
              <Row name={t('numbers_page')} amount={page.text} share={shareOf(page, figure, comparison)} />
              <Row
                name={t('numbers_analysis')}
                amount={figure.name}
                language={language}
                share={shareOf(figure, page, comparison)}
              />
            </tbody>
          </table>
          <p class="finding">
            {/* The comparison does not judge which figure is right. */}
            {t(`numbers_${comparison}`)}{' '}
            {figure.cite[0] && <CitationButton id={`figure ${figure.id}`} cite={figure.cite[0]} />}
          </p>
          {figure.cite[0] && (
            <OpenAbstract id={`figure ${figure.id}`} cite={figure.cite[0]} language={language} />
          )}
        </div>
      ))}
    </section>
  );
}

interface RowProps {
  name: string;
  amount: string;
  language?: string;
  /** Length of the bar, from 0 to 1; none where the two are not comparable. */
  share: number | undefined;
}

function Row({ name, amount, language, share }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="amount" {...(language && { lang: language })}>
        {amount}
        {share !== undefined && (
          <span
            class="bar"
            aria-hidden="true"
            style={{ inlineSize: `${Math.max(1, Math.round(share * 100))}%` }}
          />
        )}
      </td>
    </tr>
  );
}

function shareOf(
  one: { readonly to: number },
  other: { readonly to: number },
  comparison: Comparison,
): number | undefined {
  return comparison === 'incomparable' ? undefined : one.to / Math.max(one.to, other.to);
}

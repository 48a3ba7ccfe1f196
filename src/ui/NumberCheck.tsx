import type { CardFigure, FigureOnPage } from '../pack/card';
import { formatAmount, t } from '../platform/text';
import { CitationButton, OpenAbstract } from './Citation';
import { RichText } from './RichText';

/**
 * What a figure of the page is to the analysis's on the same subject, in a sentence. It does not judge which is right.
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
    return page ? [{ figure, page }] : [];
  });
  if (pairs.length === 0) return null;
  return (
    <section class="number-check axis-row">
      <h3>{t('numbers_title')}</h3>
      <div>
        {pairs.map(({ figure, page }) => (
          <Pair key={figure.id} figure={figure} page={page} language={language} />
        ))}
      </div>
    </section>
  );
}

interface PairProps {
  figure: CardFigure;
  page: FigureOnPage;
  language: string;
}

function Pair({ figure, page, language }: PairProps) {
  const here = page.parts.map(({ text, isUpTo }) => (isUpTo ? t('numbers_up_to', text) : text));
  const amount = formatAmount(figure);
  const bounded = amount && figure.isUpTo ? t('numbers_up_to', amount) : amount;
  const sum = here.join(' + ');
  const verdict = <b>{verdictOf(figure, page)}</b>;
  const isSum = here.length > 1 && amount;
  const [cite] = figure.cite;
  const id = `figure ${figure.id}`;
  return (
    <>
      <p>
        {isSum ? (
          <RichText of="numbers_sum" nodes={[sum, amount, verdict]} />
        ) : (
          <RichText
            of={page.comparison === 'earlier' ? 'numbers_counting_earlier' : 'numbers_compared'}
            nodes={[sum, bounded ?? <span lang={language}>{figure.name}</span>, verdict]}
          />
        )}
        {cite && '\u00a0'}
        {cite && <CitationButton id={id} cite={cite} language={language} />}
      </p>
      {cite && <OpenAbstract id={id} cite={cite} language={language} />}
      {(isSum || /more|less|earlier/.test(page.comparison)) && <Bars figure={figure} page={page} />}
    </>
  );
}

function verdictOf(figure: CardFigure, { comparison, parts }: FigureOnPage): string {
  if (comparison !== 'more' && comparison !== 'less') return t(`numbers_${comparison}`);
  const difference = Math.abs((parts[0]?.to ?? 0) - figure.to);
  return t(`numbers_${comparison}`, formatAmount({ ...figure, from: difference, to: difference }) ?? '');
}

/** A piece of a bar: solid is firm, hatched is “up to”, dashed is what the analysis does not count. */
interface Piece {
  readonly fill: 'firm' | 'up-to' | 'uncounted';
  readonly value: number;
}

const pieceOf = ({ to, isUpTo }: { readonly to: number; readonly isUpTo?: boolean }): Piece => ({
  fill: isUpTo ? 'up-to' : 'firm',
  value: to,
});

function Bars({ figure, page: { comparison, parts } }: Omit<PairProps, 'language'>) {
  const whole = pieceOf(figure);
  const total = parts.reduce((sum, { to }) => sum + to, 0);
  const here: Piece[] =
    comparison === 'earlier' ? [whole, { fill: 'uncounted', value: total - figure.to }] : parts.map(pieceOf);
  const longest = Math.max(total, figure.to);
  return (
    <div class="bars" aria-hidden="true">
      <span>{t('numbers_here')}</span>
      <Bar pieces={here} longest={longest} />
      <span>{t('numbers_analysis')}</span>
      <Bar pieces={[whole]} longest={longest} />
    </div>
  );
}

function Bar({ pieces, longest }: { pieces: readonly Piece[]; longest: number }) {
  return (
    <div class="amount">
      {pieces.map(({ fill, value }, index) => (
        <i key={index} class={fill} style={{ inlineSize: `${(100 * value) / longest}%` }} />
      ))}
    </div>
  );
}

import type { ArgumentPart } from '../pack/argument';
import { t } from '../platform/text';
import { measureCoverage, type PartCoverage, type PartState } from './coverage';

/** Descriptions of a part's state, which colour and line also show. */
const STATE_KEYS = {
  lit: 'coverage_lit',
  touched: 'coverage_touched',
  dark: 'coverage_dark',
} as const satisfies Record<PartState, string>;

export interface CoverageStripProps {
  parts: readonly ArgumentPart[];
  /** Ids of the page's cards, heaviest first. */
  onPage: readonly string[];
  /** BCP 47 tag of the parts' words. */
  language: string;
  /** The name of a card. */
  nameOf: (card: string) => string;
  /** Opens a card of a part: the page's heaviest, or the part's first key card where the page mentions none. */
  onOpen: (card: string) => void;
}

/**
 * Shows which parts of the argument the page covers, and names those that it leaves out.
 * @param props the parts, the page's cards, and event handlers
 * @returns a section
 */
export function CoverageStrip({ parts, onPage, language, nameOf, onOpen }: CoverageStripProps) {
  const coverage = measureCoverage(parts, onPage);
  const { leftOut, leftOutWords } = coverage;
  const inState = (state: PartState) => coverage.parts.filter((covered) => covered.state === state);
  const touched = inState('touched').map(({ part }) => part.name);
  return (
    <section class="coverage" aria-labelledby="coverage-title">
      <h2 id="coverage-title">
        {t('coverage_title')} <span>{t('coverage_count', inState('lit').length, parts.length)}</span>
      </h2>
      <ol class="strip">
        {coverage.parts.map((covered, index) => {
          const target = firstCard(covered, onPage);
          const description = t(STATE_KEYS[covered.state], index + 1, covered.part.name);
          return (
            <li key={covered.part.id}>
              <button
                type="button"
                class={covered.state}
                title={description}
                aria-label={`${description} ${t('coverage_opens', nameOf(target))}`}
                onClick={() => onOpen(target)}
              >
                {index + 1}
              </button>
            </li>
          );
        })}
      </ol>
      <p>
        {leftOut.length === 0 && t('coverage_whole')}
        {leftOut.length === parts.length && t('coverage_nothing')}
        {leftOut.length > 0 && leftOut.length < parts.length && (
          <>
            <b>{t('coverage_left_out')}</b> <span lang={language}>{leftOutWords}.</span>
          </>
        )}
        {touched.length > 0 && (
          <>
            {' '}
            <b>{t('coverage_in_passing')}</b> <span lang={language}>{touched.join(', ')}.</span>
          </>
        )}
      </p>
    </section>
  );
}

function firstCard({ part, cards }: PartCoverage, onPage: readonly string[]): string {
  return onPage.find((card) => cards.includes(card)) ?? part.keyCards[0] ?? '';
}

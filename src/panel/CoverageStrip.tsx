import type { Argument } from '../pack/argument';
import type { Card } from '../pack/card';
import { t } from '../platform/text';
import type { TabReport } from '../protocol/messages';
import { measureCoverage, type PartCoverage } from '../ui/coverage';

export interface CoverageStripProps {
  argument: Argument;
  report: TabReport;
  cards: readonly Card[];
  onOpen: (id: string) => void;
}

const STATE_KEYS = {
  lit: 'panel_part_lit',
  touched: 'panel_part_touched',
  dark: 'panel_part_dark',
} as const;

/**
 * Which parts of the argument the page is about, and which it leaves out. Each part opens its first card: where the page
 * has one, one of the page's.
 * @param props the argument, the page's report, the pack's cards, and what a part does
 * @returns a `footer`
 */
export function CoverageStrip({ argument, report, cards, onOpen }: CoverageStripProps) {
  const { parts, leftOut } = measureCoverage(
    argument.parts,
    report.cards.map(({ card }) => card),
  );
  const nameOf = (id: string) => cards.find((card) => card.id === id)?.name ?? '';
  return (
    <footer class="coverage">
      <h2>{t('panel_coverage')}</h2>
      <ol class="strip">
        {parts.map((covered, place) => {
          const first = firstCardOf(covered, report);
          const says = t(STATE_KEYS[covered.state], place + 1, covered.part.name);
          return (
            <li key={covered.part.id}>
              <button
                type="button"
                class={covered.state}
                title={`${covered.part.name} → ${nameOf(first)}`}
                aria-label={`${says} ${t('panel_part_opens', nameOf(first))}`}
                onClick={() => onOpen(first)}
              >
                {place + 1}
              </button>
            </li>
          );
        })}
      </ol>
      <p>
        {leftOut.length === 0 ? (
          t('panel_nothing_left_out')
        ) : (
          <>
            <b>{t('panel_left_out')}</b>{' '}
            <span lang={argument.language}>{leftOut.map(({ name }) => name).join(', ')}</span>
          </>
        )}
      </p>
    </footer>
  );
}

/** The page's heaviest card that tells of a part; where it has none, the part's own first. */
function firstCardOf({ part, cards }: PartCoverage, report: TabReport): string {
  const onPage = report.cards.find(({ card }) => cards.includes(card));
  return onPage?.card ?? part.telling[0] ?? '';
}

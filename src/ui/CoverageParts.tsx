import type { ArgumentPart } from '../pack/argument';
import { t } from '../platform/text';
import { measureCoverage, type PartCoverage, type PartState } from './coverage';

/** Words for a part's state, which colour and line also show. */
const STATE_KEYS = {
  lit: 'coverage_lit',
  touched: 'coverage_touched',
  dark: 'coverage_dark',
} as const satisfies Record<PartState, string>;

export interface CoveragePartsProps {
  parts: readonly ArgumentPart[];
  /** Ids of the page's cards, heaviest first. */
  onPage: readonly string[];
  /** BCP 47 tag of the parts' names. */
  language: string;
  /** The name of a card. */
  nameOf: (card: string) => string;
  /** Opens a card of a part: the page's heaviest, or the part's first key card where the page mentions none. */
  onOpen: (card: string) => void;
}

/**
 * The parts of the argument by name, and which of them the page covers.
 * @param props the parts, the page's cards, and event handlers
 * @returns a list of buttons, and what their looks mean
 */
export function CoverageParts({ parts, onPage, language, nameOf, onOpen }: CoveragePartsProps) {
  return (
    <div class="coverage-parts">
      <ol>
        {measureCoverage(parts, onPage).parts.map((covered, index) => {
          const target = firstCard(covered, onPage);
          const description = t(STATE_KEYS[covered.state], index + 1);
          return (
            <li key={covered.part.id}>
              <button type="button" class={covered.state} title={description} onClick={() => onOpen(target)}>
                <span lang={language}>{covered.part.name}</span>
                <span class="hidden">
                  , {description}; {t('coverage_opens')} <span lang={language}>{nameOf(target)}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <p>{t('coverage_legend')}</p>
    </div>
  );
}

function firstCard({ part, cards }: PartCoverage, onPage: readonly string[]): string {
  return onPage.find((card) => cards.includes(card)) ?? part.keyCards[0] ?? '';
}

import type { PackOutline } from '../../pack/outline';
import { t } from '../../platform/text';
import { CoverageCount } from '../../ui/CoverageCount';
import { CoverageParts } from '../../ui/CoverageParts';
import { measureCoverage } from '../../ui/coverage';
import { ActionIcon } from '../../ui/Icon';

const PARTS_ID = 'coverage-parts';

export interface CoverageLineProps {
  pack: PackOutline;
  /** Ids of the page's cards, heaviest first. */
  onPage: readonly string[];
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  onOpen: (card: string) => void;
}

/**
 * How much of the argument the page covers, and what it leaves out; opens to the parts by name.
 * @param props the pack, the page's cards, and event handlers
 * @returns a section
 */
export function CoverageLine({ pack, onPage, isOpen, onToggle, onOpen }: CoverageLineProps) {
  const coverage = measureCoverage(pack.parts, onPage);
  const { leftOut, leftOutWords } = coverage;
  return (
    <section class="coverage-line" aria-label={t('coverage_title')}>
      <button type="button" aria-expanded={isOpen} aria-controls={PARTS_ID} onClick={() => onToggle(!isOpen)}>
        <span>
          <CoverageCount
            coverage={coverage}
            leftOut={leftOut.map(({ name }) => name).join(', ')}
            title={leftOutWords}
            language={pack.language}
          />
        </span>
        <ActionIcon name="expand" />
      </button>
      <div id={PARTS_ID} hidden={!isOpen}>
        {isOpen && (
          <CoverageParts
            parts={pack.parts}
            onPage={onPage}
            language={pack.language}
            nameOf={(id) => pack.cards.find((card) => card.id === id)?.name ?? ''}
            onOpen={onOpen}
          />
        )}
      </div>
    </section>
  );
}

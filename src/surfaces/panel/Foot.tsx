import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { ArgumentPart } from '../../pack/argument';
import type { Card } from '../../pack/card';
import { formatNumber, t } from '../../platform/text';
import type { View } from '../../protocol/reading-port';
import { CoverageCount } from '../../ui/CoverageCount';
import { CoverageParts } from '../../ui/CoverageParts';
import { measureCoverage } from '../../ui/coverage';
import { ActionIcon } from '../../ui/Icon';
import { NumberCheck } from '../../ui/NumberCheck';
import { orderFigures } from './order-figures';

type Line = 'numbers' | 'coverage';

export interface FootProps {
  view: View | null;
  /** The pack's cards. */
  cards: readonly Card[];
  /** The card in front. */
  front: Card | undefined;
  /** Parts of the pack's argument; empty where it has none. */
  parts: readonly ArgumentPart[];
  /** Ids of the page's cards, heaviest first. */
  onPage: readonly string[];
  onOpen: (card: string) => void;
}

/**
 * What the page's figures and its cards are to the analysis: a line for each, of which one may be open.
 * @param props the page, the pack, and an event handler
 * @returns a `footer`
 */
export function Foot({ view, cards, front, parts, onPage, onOpen }: FootProps) {
  const [openLine, setOpenLine] = useState<Line>();
  const figures = orderFigures(cards, view, front);
  const language = cards[0]?.language ?? '';
  const lineOf = (line: Line) => ({
    isOpen: openLine === line,
    onToggle: () => setOpenLine(openLine === line ? undefined : line),
  });
  const coverage = measureCoverage(parts, onPage);
  const coverageLine = lineOf('coverage');
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !openLine) return;
    event.preventDefault();
    setOpenLine(undefined);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it
    <footer class="foot" onKeyDown={closeByKey}>
      {figures.length > 0 && (
        <FootLine name={t('numbers_title')} {...lineOf('numbers')}>
          {figures.length > 1 && <small class="further">+{formatNumber(figures.length - 1)}</small>}
          <NumberCheck figures={figures} onPage={view?.figuresOnPage ?? []} language={language} />
        </FootLine>
      )}
      {parts.length > 0 && onPage.length > 0 && (
        <FootLine name={t('coverage_title')} {...coverageLine}>
          <p class="summary">
            <CoverageCount coverage={coverage} leftOut={coverage.leftOutWords} language={language} />
          </p>
          {coverageLine.isOpen && (
            <CoverageParts
              {...{ parts, onPage, language, onOpen }}
              nameOf={(id) => cards.find((card) => card.id === id)?.name ?? ''}
            />
          )}
        </FootLine>
      )}
    </footer>
  );
}

interface FootLineProps {
  name: string;
  isOpen: boolean;
  onToggle: () => void;
  /** The line itself first; its style sheet hides the rest while the line is closed. */
  children: ComponentChildren;
}

function FootLine({ name, isOpen, onToggle, children }: FootLineProps) {
  const id = useId();
  return (
    <div class={isOpen ? 'foot-line open' : 'foot-line'}>
      <button
        type="button"
        class="foot-toggle"
        aria-label={name}
        title={name}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={onToggle}
      >
        <ActionIcon name="expand" />
      </button>
      <div id={id} class="foot-content">
        {children}
      </div>
    </div>
  );
}

import type { Argument } from '../../pack/argument';
import type { Card } from '../../pack/card';
import { t } from '../../platform/text';
import type { Coverage } from '../../ui/coverage';
import { ArgumentMap } from './ArgumentMap';
import { CardsSection } from './CardsSection';
import { CycleMap } from './CycleMap';
import { PARAGRAPHS_ID, ParagraphsSection } from './ParagraphsSection';
import { Parts } from './Parts';
import { RelationMap } from './RelationMap';
import { frameworkHash } from './route';
import { StackMap } from './StackMap';
import type { SectionLink } from './TopBar';

export interface MapsProps {
  argument: Argument | undefined;
  cards: readonly Card[];
  /** The card in the middle of the relation map. */
  centre: Card | undefined;
  coverage: Coverage;
  /** BCP 47 tag of the pack's words. */
  language: string;
  /** Whether a page has mentions. */
  isLit: boolean;
  /** Whether to draw the sections below the first screen too. */
  isComplete: boolean;
}

const NO_PARTS: Argument['parts'] = [];

/**
 * The parts of the argument, the maps, and the list of all cards.
 * @returns the sections that `sectionLinks` names, in the same order
 */
export function Maps({ argument, cards, centre, coverage, language, isLit, isComplete }: MapsProps) {
  return (
    <>
      {coverage.parts.length > 0 && <Parts coverage={coverage} language={language} isLit={isLit} />}
      {argument && <StackMap argument={argument} />}
      {isComplete && (
        <>
          {cyclesOf(argument).map((cycle) => (
            <CycleMap key={cycle.id} cycle={cycle} language={language} />
          ))}
          {argument && <ArgumentMap argument={argument} />}
          <ParagraphsSection language={language} />
          {centre && <RelationMap card={centre} cards={cards} />}
          <CardsSection cards={cards} parts={argument?.parts ?? NO_PARTS} />
        </>
      )}
    </>
  );
}

const cyclesOf = (argument: Argument | undefined) =>
  argument?.frameworks.filter(({ shape }) => shape === 'cycle') ?? [];

/** Links to the sections of the atlas, in their order. */
export function sectionLinks(argument: Argument | undefined): SectionLink[] {
  return [
    ...(argument ? [{ hash: '#stack', name: t('atlas_stack') }] : []),
    ...cyclesOf(argument).map(({ id, name }) => ({
      hash: frameworkHash(id),
      name,
      ...(argument && { language: argument.language }),
    })),
    ...(argument ? [{ hash: '#argument', name: t('atlas_argument') }] : []),
    ...(argument ? [{ hash: `#${PARAGRAPHS_ID}`, name: t('atlas_paragraphs_short') }] : []),
    { hash: '#ties', name: t('atlas_ties') },
    { hash: '#cards', name: t('atlas_cards_title') },
  ];
}

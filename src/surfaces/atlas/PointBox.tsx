import type { Point, TieType } from '../../pack/argument';
import { t } from '../../platform/text';
import { StanceLabel } from '../../ui/StanceLabel';
import { useAtlas } from './atlas-context';
import { CardChips } from './CardChip';
import { CitationLink } from './CitationLink';
import { cardHash } from './route';

const TIE_KEYS = {
  undermines: 'atlas_tie_undermines',
  'aims at': 'atlas_tie_aims_at',
  answers: 'atlas_tie_answers',
  hedges: 'atlas_tie_hedges',
  'draws on': 'atlas_tie_draws_on',
} as const satisfies Record<TieType, string>;

export interface PointBoxProps {
  point: Point;
  /** The box's name, by which wires find it. */
  box: string;
  /** BCP 47 tag of the pack's words. */
  language: string;
}

/**
 * One point of the argument with its ties.
 * @param props the point
 * @returns a box, highlighted where the page mentions the most specific card about it
 */
export function PointBox({ point, box, language }: PointBoxProps) {
  const { counts } = useAtlas();
  const isLit = point.cards[0] !== undefined && counts.has(point.cards[0]);
  return (
    <article class={`point ${point.stance}${isLit ? ' lit' : ''}`} data-box={box}>
      <p class="ground">
        <StanceLabel stance={point.stance} />
        <CitationLink cite={point.cite} language={language} />
      </p>
      <h4 lang={language}>{point.name}</h4>
      <p class="text" lang={language}>
        {point.text}
      </p>
      {point.ties.map(({ type, card, name, because }) => (
        <p key={`${type} ${card}`} class="tie">
          <b>{t(TIE_KEYS[type])}</b>{' '}
          <a href={cardHash(card)} lang={language}>
            {name}
          </a>
          <span lang={language}>: {because}</span>
        </p>
      ))}
      <CardChips ids={point.cards} />
    </article>
  );
}

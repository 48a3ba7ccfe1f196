import type { Card } from '../pack/card';
import { formatNumber } from '../platform/text';
import { RichText } from './RichText';

/** The mention that the page was scrolled to; `position` counts from 1, `count` is 0 where no mention is left. */
export interface Visit {
  readonly card: string;
  readonly position: number;
  readonly count: number;
  /** Whether the page has been scrolled, so that there is a position to return to. */
  readonly hasMoved: boolean;
}

/**
 * Names the mention that the page was scrolled to.
 * @param props the mention, and its card
 * @returns 'Trainium, 9 of 28', or that none is left
 */
export function VisitWords({
  visit,
  card,
}: {
  visit: Visit;
  card: Pick<Card, 'name' | 'language'> | undefined;
}) {
  const name = <span lang={card?.language}>{card?.name}</span>;
  if (visit.count === 0) return <RichText of="mention_gone" nodes={[name]} />;
  return (
    <RichText of="mention_reached" nodes={[name, formatNumber(visit.position), formatNumber(visit.count)]} />
  );
}

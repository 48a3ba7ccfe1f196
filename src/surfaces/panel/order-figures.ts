import type { Card, CardFigure } from '../../pack/card';
import type { View } from '../../protocol/reading-port';

/**
 * The figures of the pack that the page has one to compare with: those of the card in front, those in the viewport, then
 * the page's others.
 * @param cards the pack's cards
 * @param view the page's viewport; null where it is unknown
 * @param front the card in front
 */
export function orderFigures(
  cards: readonly Card[],
  view: View | null,
  front: Card | undefined,
): readonly CardFigure[] {
  const onPage = new Set(view?.figuresOnPage.map(({ about }) => about));
  const inView = new Set(view?.figures.map(({ about }) => about));
  const own = front?.figures ?? [];
  const all = cards.flatMap(({ figures }) => figures);
  const inOrder = [...own, ...all.filter(({ id }) => inView.has(id)), ...all];
  // Several cards may have the same figure.
  const each = new Map(inOrder.map((figure) => [figure.id, figure]));
  return [...each.values()].filter(({ id }) => onPage.has(id));
}

import type { View } from '../../protocol/reading-port';

/**
 * Merges the views of a tab's frames.
 * @param views the latest view of each frame, by frame id
 * @returns one view, the top frame's cards first; null without views
 */
export function mergeViews(views: ReadonlyMap<number, View>): View | null {
  if (views.size === 0) return null;
  const inOrder = [...views].sort(([one], [other]) => one - other).map(([, view]) => view);
  const cards = new Map<string, View['cards'][number]>();
  for (const { card, count, tier } of inOrder.flatMap((view) => view.cards)) {
    const known = cards.get(card);
    cards.set(card, {
      card,
      count: count + (known?.count ?? 0),
      tier: known && known.tier < tier ? known.tier : tier,
    });
  }
  return {
    cards: [...cards.values()],
    figures: onePerSubject(inOrder.flatMap(({ figures }) => figures)),
    figuresOnPage: onePerSubject(inOrder.flatMap(({ figuresOnPage }) => figuresOnPage)),
    section: inOrder.find(({ section }) => section !== null)?.section ?? null,
  };
}

function onePerSubject(figures: View['figures']): View['figures'] {
  const known = new Set<string>();
  return figures.filter(({ about }) => !known.has(about) && known.add(about));
}

import type { View } from '../../../src/protocol/reading-port';

/** A view with one mention of each card. */
export function viewOf(...cards: string[]): View {
  return {
    cards: cards.map((card) => ({ card, count: 1, tier: 0 })),
    figures: [],
    figuresOnPage: [],
    section: null,
  };
}

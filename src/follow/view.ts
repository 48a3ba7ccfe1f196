import type { FigureOnPage } from '../pack/card';
import { figuresFor } from '../page/figures';
import type { MentionList, PageMention } from '../page/mention';
import type { CardInView, FollowRequest } from '../protocol/reading-port';

/**
 * Counts mentions by card.
 * @param mentions those on the screen, in reading order
 * @returns one entry for each card, in order of its first mention
 */
export function countCards(mentions: readonly Pick<PageMention, 'card' | 'tier'>[]): CardInView[] {
  const cards = new Map<string, CardInView>();
  for (const { card, tier } of mentions) {
    const known = cards.get(card);
    cards.set(card, {
      card,
      count: (known?.count ?? 0) + 1,
      tier: known && known.tier < tier ? known.tier : tier,
    });
  }
  return [...cards.values()];
}

/** The figures in the blocks of the mentions on the screen, each subject once. */
export function figuresBeside(
  shown: readonly PageMention[],
  mentions: MentionList,
  { figures }: FollowRequest,
): FigureOnPage[] {
  const found = new Map<string, FigureOnPage>();
  for (const mention of shown) {
    const wanted = figures.filter(({ id, parties }) => !found.has(id) && parties.includes(mention.card));
    for (const figure of figuresFor(mentions, mention, wanted, [])) found.set(figure.about, figure);
  }
  return [...found.values()];
}

import { attempt } from '../../page/attempt';
import { isRendered } from '../../page/is-rendered';
import type { PageMention } from '../../page/mention';
import { parentElementOf } from '../../platform/dom';
import type { CardCount } from '../../protocol/reports';

/** A mention's weight by its tier: a form that needs no evidence counts for more than a household name. */
const TIER_WEIGHTS = [1, 0.6, 0.4] as const;

/**
 * Counts a frame's mentions by card.
 * @returns rendered mentions only; a card's weight grows with the square root of its count
 */
export function summarize(mentions: Iterable<PageMention>): CardCount[] {
  const byCard = new Map<string, PageMention[]>();
  // A long text has many mentions in one element.
  const rendered = new Map<Element | null, boolean>();
  for (const mention of mentions) {
    const element = parentElementOf(mention.range.startContainer);
    if (!rendered.has(element)) rendered.set(element, attempt(() => isRendered(mention)) === true);
    if (!rendered.get(element)) continue;
    const same = byCard.get(mention.card);
    if (same) same.push(mention);
    else byCard.set(mention.card, [mention]);
  }
  return [...byCard].map(([card, same]) => ({
    card,
    count: same.length,
    weight: Math.sqrt(same.length) * Math.max(...same.map((mention) => TIER_WEIGHTS[mention.tier])),
  }));
}

import { attempt } from '../../page/attempt';
import { isRendered } from '../../page/is-rendered';
import type { PageMention } from '../../page/mention';
import {
  closest,
  contains,
  matches,
  page,
  parentElementOf,
  query,
  queryAll,
  textContentOf,
} from '../../platform/dom';
import type { CardCount } from '../../protocol/reports';

/** A mention's weight by its tier: a form that needs no evidence counts for more than a household name. */
const TIER_WEIGHTS = [1, 0.6, 0.4] as const;

const TITLE = 'h1';
/** What is shorter, above the text, is a byline, a date or a caption. In characters. */
const MIN_PARAGRAPH = 60;

/** The first paragraph of the page's main part: below the title, where that has one. */
function firstParagraph(): Element | undefined {
  const parts = queryAll(query(page, 'main, article') ?? page, `${TITLE}, p`);
  const title = parts.findIndex((part) => matches(part, TITLE));
  return parts.find((part, index) => index > title && (textContentOf(part) ?? '').length > MIN_PARAGRAPH);
}

/**
 * Counts a frame's mentions by card.
 * @param mentions in reading order
 * @returns rendered mentions only, in order of the cards' first ones; a card's weight grows with the square root of its
 *   count
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
  const first = byCard.size > 0 ? firstParagraph() : undefined;
  const isLeading = ({ range: { startContainer: text } }: PageMention) =>
    (first && contains(first, text)) || closest(parentElementOf(text) as Element, TITLE);
  return [...byCard].map(([card, same]) => ({
    card,
    count: same.length,
    leading: same.filter(isLeading).length,
    weight: Math.sqrt(same.length) * Math.max(...same.map((mention) => TIER_WEIGHTS[mention.tier])),
  }));
}

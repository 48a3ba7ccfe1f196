import type { Tier } from '../../core/gazetteer';
import { attempt } from '../../page/attempt';
import { isRendered } from '../../page/is-rendered';
import type { PageMention } from '../../page/mention';
import { closest, contains, page, parentElementOf, query, queryAll, textContentOf } from '../../platform/dom';
import type { CardCount } from '../../protocol/reports';

/** What is shorter, above the text, is a byline, a date or a caption. In characters. */
const MIN_PARAGRAPH = 60;

/** The first paragraph of the page's main part. */
function firstParagraph(): Element | undefined {
  return queryAll(query(page, 'main, article') ?? page, 'p').find(
    (each) => `${textContentOf(each)}`.length > MIN_PARAGRAPH,
  );
}

/**
 * Counts a frame's mentions by card.
 * @param mentions in reading order
 * @returns rendered mentions only, in order of the cards' first ones
 */
export function summarize(mentions: readonly PageMention[]): CardCount[] {
  // A long text has many mentions in one element.
  const rendered = new Map<Element | null, boolean>();
  const shown = mentions.filter((mention) => {
    const element = parentElementOf(mention.range.startContainer);
    if (!rendered.has(element)) rendered.set(element, attempt(() => isRendered(mention)) === true);
    return rendered.get(element);
  });
  const first = shown[0] && firstParagraph();
  const isLeading = ({ range: { startContainer: text } }: PageMention) =>
    (first && contains(first, text)) || closest(parentElementOf(text) as Element, 'h1');
  return [...new Set(shown.map(({ card }) => card))].map((card) => {
    const same = shown.filter((mention) => mention.card === card);
    return {
      card,
      count: same.length,
      leading: same.filter(isLeading).length,
      tier: Math.min(...same.map(({ tier }) => tier)) as Tier,
    };
  });
}

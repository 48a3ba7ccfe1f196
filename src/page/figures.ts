import type { CardFigure, FigureOnPage } from '../pack/card';
import type { MentionList, PageMention } from './mention';

/**
 * The page's figures on the same subjects as a card's; those in the mention's own block first.
 * @param others the mentions in whose blocks else they may stand
 */
export function figuresFor(
  mentions: MentionList,
  mention: PageMention,
  figures: readonly Pick<CardFigure, 'id' | 'parties'>[],
  others = mentions.inOrder(),
): FigureOnPage[] {
  const onPage = new Set([...mentions.all()].map(({ card }) => card));
  return figures.flatMap(({ id, parties }) => {
    if (!parties.every((party) => onPage.has(party))) return [];
    for (const { card, range } of [mention, ...others]) {
      if (!parties.includes(card)) continue;
      const stored = mentions.index.blockAt(range.startContainer, range.startOffset);
      const figure = stored?.reading?.figures.find(({ about }) => about.includes(id));
      if (!stored || !figure) continue;
      const { start, end, quantity, from, to, unit } = figure;
      return [{ about: id, text: stored.block.text.slice(start, end), quantity, from, to, unit }];
    }
    return [];
  });
}

import type { TextFigure } from '../core/figures';
import type { CardFigure, FigureOnPage, FigurePart } from '../pack/card';
import type { MentionList, PageMention } from './mention';

/**
 * What the page says on the subjects of a card's figures; those in the mention's own block first.
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
      const figure = stored?.reading?.figures.find(({ about }) => about === id);
      if (!stored || !figure) continue;
      const { comparison, parts } = figure;
      const { text } = stored.block;
      return [{ about: id, comparison, parts: parts.map((part) => partOf(text, part)) }];
    }
    return [];
  });
}

function partOf(text: string, { start, end, from, to, bound }: TextFigure): FigurePart {
  return { text: text.slice(start, end), from, to, isUpTo: bound === 'most' };
}

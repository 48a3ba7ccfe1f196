import type { Argument, ArgumentPart } from './argument';
import type { Card, Citation } from './card';

/** A card as a list shows it. */
export interface CardLine extends Pick<Card, 'id' | 'name' | 'kind' | 'definition' | 'language'> {
  /** Where the source speaks of it first. */
  readonly section?: Pick<Citation, 'number' | 'name'>;
}

/** What a surface needs of a pack before a card is opened: a small share of the whole. */
export interface PackOutline {
  /** BCP 47 tag of the pack's own language. */
  readonly language: string;
  /** In order of id. */
  readonly cards: readonly CardLine[];
  /** Empty for a pack without an argument. */
  readonly parts: readonly ArgumentPart[];
}

/** A card's line in a list. */
export function outlineCard({ id, name, kind, definition, language, statements }: Card): CardLine {
  const cite = statements[0]?.cite;
  return {
    id,
    name,
    kind,
    definition,
    language,
    ...(cite && { section: { number: cite.number, name: cite.name } }),
  };
}

/**
 * Takes the outline of a pack.
 * @param language BCP 47 tag of the pack's own language
 * @param argument undefined for a pack that has none
 */
export function outlinePack(
  language: string,
  cards: readonly Card[],
  argument: Argument | undefined,
): PackOutline {
  return { language, cards: cards.map(outlineCard), parts: argument?.parts ?? [] };
}

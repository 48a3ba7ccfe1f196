import type { Argument, ArgumentPart } from './argument';
import type { Card, Citation } from './card';

/** The fields of a card that a list shows. */
export interface CardLine extends Pick<Card, 'id' | 'name' | 'kind' | 'short' | 'definition' | 'language'> {
  /** The section of its first statement. */
  readonly section?: Pick<Citation, 'number' | 'name'>;
}

/** The part of a pack that a surface needs before a card is opened. */
export interface PackOutline {
  /** BCP 47 tag of the pack's own language. */
  readonly language: string;
  /** In order of id. */
  readonly cards: readonly CardLine[];
  /** Empty for a pack without an argument. */
  readonly parts: readonly ArgumentPart[];
}

/** Extracts a card's fields for a list. */
export function outlineCard({ id, name, kind, short, definition, language, statements }: Card): CardLine {
  const cite = statements[0]?.cite;
  return {
    id,
    name,
    kind,
    short,
    definition,
    language,
    ...(cite && { section: { number: cite.number, name: cite.name } }),
  };
}

/**
 * Extracts the outline of a pack.
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

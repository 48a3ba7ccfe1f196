import type { ArgumentPart } from './argument';
import type { Card, Citation } from './card';
import type { PackDocument } from './document-schema';
import { readArgument, readCards } from './json-ld';

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
 * Takes the outline out of a compiled pack.
 * @throws Error where a citation or relation leads nowhere, which a checked pack cannot have
 */
export function outlinePack(document: PackDocument): PackOutline {
  return {
    language: document.inLanguage,
    cards: readCards(document).map(outlineCard),
    parts: readArgument(document)?.parts ?? [],
  };
}

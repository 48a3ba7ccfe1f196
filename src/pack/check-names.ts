import type { CardSource } from './schema';

/** The path of a field in an authored file: keys, and indexes from 0. */
export type Path = readonly (string | number)[];

/** Reports a problem in a file. */
export type Report = (path: Path, message: string) => void;

/** The sections and cards that a file may refer to. */
export interface Names {
  /** Number of paragraphs by id of the section. */
  readonly sections: ReadonlyMap<string, number>;
  readonly cards: ReadonlyMap<string, CardSource>;
}

/** Checks that a citation refers to an existing paragraph. */
export function checkCitation(
  path: Path,
  cite: { readonly section: string; readonly paragraph: number },
  { sections }: Names,
  report: Report,
): void {
  const paragraphs = sections.get(cite.section);
  if (paragraphs === undefined)
    report([...path, 'section'], `names no section of the source: ${cite.section}`);
  else if (cite.paragraph > paragraphs)
    report([...path, 'paragraph'], `is ${cite.paragraph}, but section ${cite.section} has ${paragraphs}`);
}

/** Checks that card ids refer to existing cards. */
export function checkCards(path: Path, cards: readonly string[], names: Names, report: Report): void {
  cards.forEach((card, i) => {
    if (!names.cards.has(card)) report([...path, i], `names no card of the pack: ${card}`);
  });
}

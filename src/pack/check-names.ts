import type { CardSource } from './schema';

/** A place in an authored file. */
export type Path = readonly (string | number)[];

/** Takes note of a problem in a file. */
export type Report = (path: Path, message: string) => void;

/** What citations and card ids in a file may name. */
export interface Names {
  /** The source's sections, with how many paragraphs each has. */
  readonly sections: ReadonlyMap<string, number>;
  readonly cards: ReadonlyMap<string, CardSource>;
}

/** Checks that a citation names a paragraph of the source. */
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

/** Checks that card ids name cards. */
export function checkCards(path: Path, cards: readonly string[], names: Names, report: Report): void {
  cards.forEach((card, i) => {
    if (!names.cards.has(card)) report([...path, i], `names no card of the pack: ${card}`);
  });
}

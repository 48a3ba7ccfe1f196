import { findFigures } from '../core/figures';
import type { SourceFigure } from '../core/page-figures';
import type { FiguresSource } from './argument-schema';
import type { AuthoredPack } from './authored-pack';
import type { Card, CardFigure, CardPoint, Citation, Paragraph, Source, Undo } from './card';
import type { CardSource } from './schema';

/**
 * Compiles the cards of a checked pack for the surfaces.
 * @throws Error where a citation or relation refers to nothing, which a check rules out
 */
export function compileCards(authored: AuthoredPack): Card[] {
  const { language } = authored.pack.value;
  const cite = citations(authored);
  const nameOf = cardNames(authored);
  const source = compileSource(authored);
  const figures = authored.figures?.value ?? [];
  return authored.cards.map(({ value: card }) => ({
    id: card.id,
    name: card.name,
    kind: card.kind,
    ...(card.layer && { layer: card.layer }),
    ...(card.party && { party: nameOf(card.party) }),
    short: card.short,
    definition: card.definition,
    deal: card.deal,
    statements: card.statements.map((statement) => ({ ...statement, cite: cite(statement.cite) })),
    undo: compileUndo(authored, card),
    points: pointsOf(authored, card),
    relations: card.relations.map(({ type, card: other, because, cite: at }) => ({
      type,
      card: other,
      name: nameOf(other),
      because,
      cite: cite(at),
    })),
    figures: figures
      .filter((figure) => figure.card === card.id || figure.parties.includes(card.id))
      .map(
        (figure): CardFigure => ({
          id: figure.id,
          name: figure.name,
          subject: figure.subject,
          parties: figure.parties,
          ...extentOf(figure),
          ...(findFigures(figure.name)[0]?.bound === 'most' && { isUpTo: true }),
          cite: figure.cite.map(cite),
        }),
      ),
    language,
    source,
  }));
}

/**
 * Compiles the forms of cards for the search: of those that differ only in case, the first.
 * @returns each card's forms by its id, without its name
 */
export function compileSpellings({ cards }: AuthoredPack): Record<string, readonly string[]> {
  return Object.fromEntries(
    cards.map(({ value: { id, name, aliases } }) => {
      const byKey = new Map(aliases.toReversed().map(({ form }) => [form.toLowerCase(), form]));
      byKey.delete(name.toLowerCase());
      return [id, [...byKey.values()].toReversed()];
    }),
  );
}

/** Compiles what is said of the source on every card. */
export function compileSource({ pack, source }: AuthoredPack): Source {
  const { title, shortTitle, author, published } = source.value;
  return {
    title,
    shortTitle,
    author,
    ...(published && { published }),
    dealHeading: pack.value.dealHeading,
  };
}

/** Compiles the paragraphs of the source, in its order. */
export function compileParagraphs(authored: AuthoredPack): Paragraph[] {
  const cite = citations(authored);
  return authored.source.value.sections.flatMap(({ id: section, paragraphs }) =>
    paragraphs.map((abstract, index) => ({
      ...cite({ section, paragraph: index + 1 }),
      of: paragraphs.length,
      abstract,
      citedBy: authored.cards
        .filter(({ value }) =>
          value.statements.some(({ cite: at }) => at.section === section && at.paragraph === index + 1),
        )
        .map(({ value: { id, name } }) => ({ card: id, name })),
    })),
  );
}

function compileUndo(authored: AuthoredPack, { id, undo = [] }: CardSource): Undo[] {
  const cite = citations(authored);
  const points = authored.argument?.value.frameworks.flatMap((framework) => framework.points) ?? [];
  return undo.map(({ risk, text }) => {
    const point = points.find((each) => each.id === risk);
    const [about] = point?.cards ?? [];
    if (!point || !about) throw new Error(`The card ${id} names no risk of the argument: ${risk}.`);
    return { risk: point.name, card: about, text, cite: cite(point.cite) };
  });
}

/** The points that list a card, except risks that the card puts into words of its own. */
function pointsOf(authored: AuthoredPack, { id: card, undo = [] }: CardSource): CardPoint[] {
  const cite = citations(authored);
  return (authored.argument?.value.frameworks ?? []).flatMap(({ name: framework, points }) =>
    points.flatMap(({ id, name, text, cards, cite: at }, index) =>
      cards.includes(card) && !undo.some(({ risk }) => risk === id)
        ? [{ framework, name, position: index + 1, of: points.length, text, cite: cite(at) }]
        : [],
    ),
  );
}

/** Compiles the figures of a checked pack for the engine. */
export function compileFigures({ figures, cards }: AuthoredPack): SourceFigure[] {
  return (figures?.value ?? []).map((figure) => {
    const own = cards
      .filter(({ value }) => figure.parties.includes(value.id))
      .map(({ value }) => value.party);
    const others = cards.filter(({ value }) => value.kind === 'company' && !own.includes(value.party));
    return {
      id: figure.id,
      ...extentOf(figure),
      parties: figure.parties,
      others: others.map(({ value }) => value.id),
      near: figure.near,
      apart: figure.apart ?? [],
    };
  });
}

function extentOf({ quantity, value, from = 0, to = from, unit }: FiguresSource[number]) {
  return { quantity, from: value ?? from, to: value ?? to, unit };
}

/** Returns a function from a card's id to its name, which throws for an unknown id. */
export function cardNames({ pack, cards }: AuthoredPack): (id: string) => string {
  const names = new Map(cards.map(({ value }) => [value.id, value.name]));
  return (id) => {
    const name = names.get(id);
    if (name === undefined) throw new Error(`The pack ${pack.value.id} has no card ${id}.`);
    return name;
  };
}

/** Returns a function that adds a section's number and titles to a citation; it throws for an unknown section. */
export function citations({ pack, source }: AuthoredPack) {
  const sections = new Map(
    source.value.sections.map(({ id, title, name }, index) => [id, { number: index + 1, title, name }]),
  );
  return ({ section: id, paragraph }: Pick<Citation, 'section' | 'paragraph'>): Citation => {
    const section = sections.get(id);
    if (!section) throw new Error(`The pack ${pack.value.id} has no section ${id}.`);
    return { section: id, paragraph, ...section };
  };
}

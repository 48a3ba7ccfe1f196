import type { SourceFigure } from '../core/page-figures';
import type { FiguresSource } from './argument-schema';
import type { AuthoredPack } from './authored-pack';
import type { Card, CardFigure, Citation, Counterpoint } from './card';

/**
 * Compiles the cards of a checked pack for the surfaces.
 * @throws Error where a citation or relation refers to nothing, which a check rules out
 */
export function compileCards(authored: AuthoredPack): Card[] {
  const { language, source } = authored.pack.value;
  const cite = citations(authored);
  const nameOf = cardNames(authored);
  const byId = new Map(authored.cards.map(({ value }) => [value.id, value]));
  const riskOf = (card: string): Counterpoint => {
    const risk = byId.get(card)?.statements.find(({ stance }) => stance === 'risk');
    if (!risk) throw new Error(`The card ${card} warns of no risk.`);
    return { card, name: nameOf(card), text: risk.text, cite: cite(risk.cite) };
  };
  const figures = authored.figures?.value ?? [];
  return authored.cards.map(({ value: card }) => ({
    id: card.id,
    name: card.name,
    kind: card.kind,
    ...(card.layer && { layer: card.layer }),
    ...(card.party && { party: nameOf(card.party) }),
    definition: card.definition,
    statements: card.statements.map(({ stance, text, cite: at, counterpoint }) => ({
      stance,
      text,
      cite: cite(at),
      ...(counterpoint && { counterpoint: riskOf(counterpoint) }),
    })),
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
          cite: figure.cite.map(cite),
        }),
      ),
    language,
    source: { title: source.title, author: source.author },
  }));
}

/** Compiles the figures of a checked pack for the engine. */
export function compileFigures({ figures }: AuthoredPack): SourceFigure[] {
  return (figures?.value ?? []).map((figure) => ({
    id: figure.id,
    ...extentOf(figure),
    near: figure.near,
    apart: figure.apart ?? [],
  }));
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
export function citations({ pack }: AuthoredPack) {
  const sections = new Map(
    pack.value.source.sections.map(({ id, title, name }, index) => [id, { number: index + 1, title, name }]),
  );
  return ({ section: id, paragraph }: Pick<Citation, 'section' | 'paragraph'>): Citation => {
    const section = sections.get(id);
    if (!section) throw new Error(`The pack ${pack.value.id} has no section ${id}.`);
    return { section: id, paragraph, ...section };
  };
}

import type { ArgumentSource, FiguresSource } from './argument-schema';
import type { AuthoredPack } from './authored-pack';
import type {
  CitationNode,
  FigureNode,
  PackDocument,
  PointNode,
  TermNode,
  ThesisNode,
} from './document-schema';
import { CONTEXT } from './json-ld';
import type { CardSource } from './schema';

interface Cite {
  readonly section: string;
  readonly paragraph: number;
}

/** IRIs of the nodes of one pack (JSON-LD 1.1, node identifiers). */
class NodeIds {
  readonly pack: string;
  constructor(id: string) {
    this.pack = `urn:sidelight:pack:${id}`;
  }
  section = (id: string) => `${this.pack}:section:${id}`;
  card = (id: string) => `${this.pack}:card:${id}`;
  statement = (card: string, index: number) => `${this.card(card)}:statement:${index + 1}`;
  point = (id: string) => `${this.pack}:point:${id}`;
  figure = (id: string) => `${this.pack}:figure:${id}`;
  cite = ({ section, paragraph }: Cite): CitationNode => ({
    isPartOf: this.section(section),
    section,
    paragraph,
  });
}

/** Compiles a checked pack to its JSON-LD document: a schema.org DefinedTermSet. */
export function compileDocument({
  pack,
  source: { value: source },
  cards,
  argument,
  figures,
}: AuthoredPack): PackDocument {
  const { id, name, language } = pack.value;
  const ids = new NodeIds(id);
  return {
    '@context': { ...CONTEXT, '@language': language },
    '@id': ids.pack,
    '@type': 'DefinedTermSet',
    termCode: id,
    name,
    inLanguage: language,
    isBasedOn: {
      '@type': 'Article',
      name: source.title,
      alternateName: source.shortTitle,
      author: source.author,
      ...(source.published && { datePublished: source.published }),
      hasPart: source.sections.map((section, index) => ({
        '@id': ids.section(section.id),
        '@type': 'Chapter',
        termCode: section.id,
        name: section.title,
        alternateName: section.name,
        position: index + 1,
        paragraphs: section.paragraphs,
      })),
    },
    hasDefinedTerm: cards.map((card) => termOf(card.value, ids)),
    figure: (figures?.value ?? []).map((figure) => figureOf(figure, ids)),
    ...(argument && { argument: argumentOf(argument.value, ids) }),
  };
}

function termOf(card: CardSource, ids: NodeIds): TermNode {
  return {
    '@id': ids.card(card.id),
    '@type': 'DefinedTerm',
    termCode: card.id,
    name: card.name,
    disambiguatingDescription: card.short,
    description: card.definition,
    deal: card.deal,
    inDefinedTermSet: ids.pack,
    kind: card.kind,
    ...(card.layer && { layer: card.layer }),
    ...(card.party && { party: card.party }),
    alternateName: card.aliases.filter((alias) => alias.tier === 'alone').map((alias) => alias.form),
    hiddenLabel: card.aliases.filter((alias) => alias.tier !== 'alone').map((alias) => alias.form),
    statement: card.statements.map(({ stance, text, cite }, index) => ({
      '@id': ids.statement(card.id, index),
      '@type': 'Claim',
      stance,
      text,
      citation: ids.cite(cite),
    })),
    undo: (card.undo ?? []).map(({ risk, text }) => ({ risk: ids.point(risk), text })),
    relation: card.relations.map(({ type, card: target, because, cite }) => ({
      relationType: type,
      related: ids.card(target),
      card: target,
      scopeNote: because,
      citation: ids.cite(cite),
    })),
  };
}

function figureOf(figure: FiguresSource[number], ids: NodeIds): FigureNode {
  return {
    '@id': ids.figure(figure.id),
    '@type': 'QuantitativeValue',
    termCode: figure.id,
    name: figure.name,
    description: figure.subject,
    quantity: figure.quantity,
    ...(figure.value !== undefined && { value: figure.value }),
    ...(figure.from !== undefined && { minValue: figure.from }),
    ...(figure.to !== undefined && { maxValue: figure.to }),
    unitText: figure.unit,
    card: figure.card,
    parties: figure.parties,
    near: figure.near,
    apart: figure.apart ?? [],
    citation: figure.cite.map(ids.cite),
  };
}

function argumentOf(
  { thesis, parts, frameworks, stack }: ArgumentSource,
  ids: NodeIds,
): NonNullable<PackDocument['argument']> {
  return {
    thesis: thesisOf(thesis, ids),
    part: parts.map(({ id, ...part }) => ({ termCode: id, ...part })),
    framework: frameworks.map(({ id, points, ...framework }) => ({
      termCode: id,
      ...framework,
      point: points.map((point) => pointOf(point, ids)),
    })),
    stackLayer: stack.layers,
    stackParty: stack.parties.map(({ name, cards, holds }) => ({
      name,
      cards,
      holding: holds.map(({ layer, hold, note, cards: cardIds, cite }) => ({
        layer,
        ...(hold && { hold }),
        scopeNote: note,
        cards: cardIds,
        citation: ids.cite(cite),
      })),
    })),
  };
}

function pointOf(
  { id, transition, ...point }: ArgumentSource['frameworks'][number]['points'][number],
  ids: NodeIds,
): PointNode {
  return {
    '@id': ids.point(id),
    termCode: id,
    ...thesisOf(point, ids),
    ...(transition && { transition }),
  };
}

function thesisOf(
  { name, stance, text, cite, cards, ties }: ArgumentSource['thesis'],
  ids: NodeIds,
): ThesisNode {
  return {
    '@type': 'Claim',
    name,
    stance,
    text,
    citation: ids.cite(cite),
    cards,
    ...(ties && {
      tie: ties.map(({ type, card, because }) => ({ tieType: type, card, scopeNote: because })),
    }),
  };
}

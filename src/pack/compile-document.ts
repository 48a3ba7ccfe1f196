import type { ArgumentSource, FiguresSource } from './argument-schema';
import type { AuthoredPack } from './authored-pack';
import type { CitationNode, FigureNode, PackDocument, PointNode, TermNode } from './document-schema';
import { CONTEXT } from './json-ld';
import type { CardSource } from './schema';

interface Cite {
  readonly section: string;
  readonly paragraph: number;
}

/** Names the nodes of one pack. */
class NodeIds {
  readonly pack: string;
  constructor(id: string) {
    this.pack = `urn:sidelight:pack:${id}`;
  }
  section = (id: string) => `${this.pack}:section:${id}`;
  card = (id: string) => `${this.pack}:card:${id}`;
  statement = (card: string, place: number) => `${this.card(card)}:statement:${place + 1}`;
  figure = (id: string) => `${this.pack}:figure:${id}`;
  cite = ({ section, paragraph }: Cite): CitationNode => ({
    isPartOf: this.section(section),
    section,
    paragraph,
  });
}

/** Compiles a checked pack to its JSON-LD document: a schema.org DefinedTermSet. */
export function compileDocument({ pack, cards, argument, figures }: AuthoredPack): PackDocument {
  const { id, name, language, source } = pack.value;
  const naming = new NodeIds(id);
  const byId = new Map(cards.map((card) => [card.value.id, card.value]));
  return {
    '@context': { ...CONTEXT, '@language': language },
    '@id': naming.pack,
    '@type': 'DefinedTermSet',
    termCode: id,
    name,
    inLanguage: language,
    isBasedOn: {
      '@type': 'Article',
      name: source.title,
      author: source.author,
      hasPart: source.sections.map((section, index) => ({
        '@id': naming.section(section.id),
        '@type': 'Chapter',
        termCode: section.id,
        name: section.title,
        alternateName: section.name,
        position: index + 1,
        paragraphs: section.paragraphs,
      })),
    },
    hasDefinedTerm: cards.map((card) => termOf(card.value, byId, naming)),
    figure: (figures?.value ?? []).map((figure) => figureOf(figure, naming)),
    ...(argument && { argument: argumentOf(argument.value, naming) }),
  };
}

function termOf(card: CardSource, byId: ReadonlyMap<string, CardSource>, naming: NodeIds): TermNode {
  return {
    '@id': naming.card(card.id),
    '@type': 'DefinedTerm',
    termCode: card.id,
    name: card.name,
    description: card.definition,
    inDefinedTermSet: naming.pack,
    kind: card.kind,
    ...(card.layer && { layer: card.layer }),
    ...(card.party && { party: card.party }),
    alternateName: card.aliases.filter((alias) => alias.tier === 'alone').map((alias) => alias.form),
    hiddenLabel: card.aliases.filter((alias) => alias.tier !== 'alone').map((alias) => alias.form),
    statement: card.statements.map(({ stance, text, cite, counterpoint }, place) => ({
      '@id': naming.statement(card.id, place),
      '@type': 'Claim',
      stance,
      text,
      citation: naming.cite(cite),
      ...(counterpoint && { counterpoint: naming.statement(counterpoint, riskIn(byId.get(counterpoint))) }),
    })),
    relation: card.relations.map(({ type, card: target, because, cite }) => ({
      relationType: type,
      related: naming.card(target),
      card: target,
      scopeNote: because,
      citation: naming.cite(cite),
    })),
  };
}

/** The place of the first risk that a card warns of; a checked pack has one wherever a counterpoint names the card. */
function riskIn(card: CardSource | undefined): number {
  return card?.statements.findIndex(({ stance }) => stance === 'risk') ?? -1;
}

function figureOf(figure: FiguresSource[number], naming: NodeIds): FigureNode {
  return {
    '@id': naming.figure(figure.id),
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
    citation: figure.cite.map(naming.cite),
  };
}

function argumentOf(
  { thesis, parts, frameworks, stack }: ArgumentSource,
  naming: NodeIds,
): NonNullable<PackDocument['argument']> {
  return {
    thesis: pointOf(thesis, naming),
    part: parts.map(({ id, ...part }) => ({ termCode: id, ...part })),
    framework: frameworks.map(({ id, points, ...framework }) => ({
      termCode: id,
      ...framework,
      point: points.map((point) => pointOf(point, naming)),
    })),
    stackLayer: stack.layers,
    stackParty: stack.parties.map(({ name, cards, holds }) => ({
      name,
      cards,
      holding: holds.map(({ layer, hold, note, cards: ids, cite }) => ({
        layer,
        ...(hold && { hold }),
        scopeNote: note,
        cards: ids,
        citation: naming.cite(cite),
      })),
    })),
  };
}

function pointOf(
  { name, stance, text, cite, cards, ties, transition }: ArgumentSource['thesis'],
  naming: NodeIds,
): PointNode {
  return {
    '@type': 'Claim',
    name,
    stance,
    text,
    citation: naming.cite(cite),
    cards,
    ...(ties && {
      tie: ties.map(({ type, card, because }) => ({ tieType: type, card, scopeNote: because })),
    }),
    ...(transition && { transition }),
  };
}

import type { SourceFigure } from '../core/page-figures';
import type { Argument, ArgumentPart, Point } from './argument';
import type { Card, CardFigure, Citation } from './card';
import type { CitationNode, FigureNode, PackDocument, PointNode } from './document-schema';

/**
 * The JSON-LD 1.1 context of a compiled pack: schema.org for terms, SKOS for labels and relations, names of our own
 * for what these lack. It travels inside the document and is never fetched.
 */
export const CONTEXT = {
  '@vocab': 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  own: 'urn:sidelight:vocabulary:',
  hiddenLabel: 'skos:hiddenLabel',
  scopeNote: 'skos:scopeNote',
  related: { '@id': 'skos:related', '@type': '@id' },
  inDefinedTermSet: { '@type': '@id' },
  isPartOf: { '@type': '@id' },
  kind: 'own:kind',
  layer: 'own:layer',
  party: 'own:party',
  statement: { '@id': 'own:statement', '@container': '@list' },
  stance: 'own:stance',
  counterpoint: { '@id': 'own:counterpoint', '@type': '@id' },
  relation: { '@id': 'own:relation', '@container': '@list' },
  relationType: 'own:relationType',
  card: 'own:card',
  cards: { '@id': 'own:cards', '@container': '@list' },
  section: 'own:section',
  sections: { '@id': 'own:sections', '@container': '@list' },
  paragraph: 'own:paragraph',
  paragraphs: 'own:paragraphs',
  figure: { '@id': 'own:figure', '@container': '@list' },
  quantity: 'own:quantity',
  parties: { '@id': 'own:parties', '@container': '@list' },
  near: { '@id': 'own:near', '@container': '@list' },
  apart: { '@id': 'own:apart', '@container': '@list' },
  argument: 'own:argument',
  thesis: 'own:thesis',
  part: { '@id': 'own:part', '@container': '@list' },
  about: 'own:about',
  telling: { '@id': 'own:telling', '@container': '@list' },
  framework: { '@id': 'own:framework', '@container': '@list' },
  lead: 'own:lead',
  shape: 'own:shape',
  point: { '@id': 'own:point', '@container': '@list' },
  tie: { '@id': 'own:tie', '@container': '@list' },
  tieType: 'own:tieType',
  leadsOn: 'own:leadsOn',
  stackLayer: { '@id': 'own:stackLayer', '@container': '@list' },
  asks: 'own:asks',
  stackParty: { '@id': 'own:stackParty', '@container': '@list' },
  holding: { '@id': 'own:holding', '@container': '@list' },
  hold: 'own:hold',
} as const;

/**
 * Reads the cards of a compiled pack as the surfaces show them.
 * @throws Error where a citation or relation leads nowhere, which a checked pack cannot have
 */
export function readCards(document: PackDocument): Card[] {
  const nameOf = nameReader(document);
  const cite = citationReader(document);
  const claims = new Map(
    document.hasDefinedTerm.flatMap((term) => term.statement.map((claim) => [claim['@id'], { term, claim }])),
  );
  const riskOf = (iri: string) => {
    const found = claims.get(iri);
    if (!found) throw new Error(`The pack ${document.termCode} has no statement ${iri}.`);
    const { term, claim } = found;
    return { card: term.termCode, name: term.name, text: claim.text, cite: cite(claim.citation) };
  };
  const figureOf = (figure: FigureNode): CardFigure => ({
    id: figure.termCode,
    name: figure.name,
    subject: figure.description,
    parties: figure.parties,
    ...extentOf(figure),
    cite: figure.citation.map(cite),
  });
  return document.hasDefinedTerm.map((term) => ({
    id: term.termCode,
    name: term.name,
    kind: term.kind,
    ...(term.layer && { layer: term.layer }),
    ...(term.party && { party: nameOf(term.party) }),
    definition: term.description,
    statements: term.statement.map(({ stance, text, citation, counterpoint }) => ({
      stance,
      text,
      cite: cite(citation),
      ...(counterpoint && { counterpoint: riskOf(counterpoint) }),
    })),
    relations: term.relation.map((relation) => ({
      type: relation.relationType,
      card: relation.card,
      name: nameOf(relation.card),
      because: relation.scopeNote,
      cite: cite(relation.citation),
    })),
    figures: document.figure
      .filter(({ card, parties }) => card === term.termCode || parties.includes(term.termCode))
      .map(figureOf),
    language: document.inLanguage,
  }));
}

/** Reads the figures of a compiled pack as the engine looks for them. */
export function readFigures(document: PackDocument): SourceFigure[] {
  return document.figure.map((figure) => ({
    id: figure.termCode,
    ...extentOf(figure),
    near: figure.near,
    apart: figure.apart,
  }));
}

/**
 * Reads the argument of a compiled pack as the surfaces draw it.
 * @returns undefined where the pack has none
 * @throws Error where a citation or tie leads nowhere, which a checked pack cannot have
 */
export function readArgument(document: PackDocument): Argument | undefined {
  const { argument } = document;
  if (!argument) return undefined;
  const nameOf = nameReader(document);
  const cite = citationReader(document);
  const pointOf = ({ name, stance, text, citation, cards, tie = [], leadsOn }: PointNode): Point => ({
    name,
    stance,
    text,
    cite: cite(citation),
    cards,
    ties: tie.map(({ tieType, card, scopeNote }) => ({
      type: tieType,
      card,
      name: nameOf(card),
      because: scopeNote,
    })),
    ...(leadsOn && { leadsOn }),
  });
  return {
    title: document.isBasedOn.name,
    author: document.isBasedOn.author,
    language: document.inLanguage,
    thesis: pointOf(argument.thesis),
    parts: partsOf(document, argument.part),
    frameworks: argument.framework.map(({ termCode, point, ...framework }) => ({
      id: termCode,
      ...framework,
      points: point.map(pointOf),
    })),
    layers: argument.stackLayer,
    parties: argument.stackParty.map(({ name, cards, holding }) => ({
      name,
      cards,
      holdings: holding.map(({ layer, hold, scopeNote, cards: held, citation }) => ({
        layer,
        ...(hold && { hold }),
        note: scopeNote,
        cards: held,
        cite: cite(citation),
      })),
    })),
  };
}

type PartNode = NonNullable<PackDocument['argument']>['part'][number];

function partsOf(document: PackDocument, parts: readonly PartNode[]): ArgumentPart[] {
  const cite = citationReader(document);
  const homeOf = new Map(parts.flatMap(({ termCode, telling }) => telling.map((card) => [card, termCode])));
  const partOf = new Map(parts.flatMap(({ termCode, sections }) => sections.map((id) => [id, termCode])));
  // What a card tells of second: the part of its first statement outside its own.
  const touching = new Map<string, string[]>();
  for (const { termCode: card, statement } of document.hasDefinedTerm) {
    const home = homeOf.get(card);
    const second = statement
      .map(({ citation }) => partOf.get(citation.section))
      .find((part) => part !== home);
    if (home && second) touching.set(second, [...(touching.get(second) ?? []), card]);
  }
  return parts.map(({ termCode: id, name, about, sections, telling }) => ({
    id,
    name,
    about,
    sections: sections.map((section) => {
      const { paragraph: _any, ...place } = cite({ section, paragraph: 1 });
      return place;
    }),
    telling,
    touching: touching.get(id) ?? [],
  }));
}

function nameReader({ termCode, hasDefinedTerm }: PackDocument): (card: string) => string {
  const names = new Map(hasDefinedTerm.map((term) => [term.termCode, term.name]));
  return (card) => {
    const name = names.get(card);
    if (name === undefined) throw new Error(`The pack ${termCode} has no card ${card}.`);
    return name;
  };
}

function citationReader({ termCode, isBasedOn }: PackDocument) {
  const sections = new Map(isBasedOn.hasPart.map((section) => [section.termCode, section]));
  return ({ section: id, paragraph }: Pick<CitationNode, 'section' | 'paragraph'>): Citation => {
    const section = sections.get(id);
    if (!section) throw new Error(`The pack ${termCode} has no section ${id}.`);
    return {
      section: id,
      paragraph,
      number: section.position,
      title: section.name,
      name: section.alternateName,
    };
  };
}

function extentOf({ quantity, value, minValue, maxValue, unitText }: FigureNode) {
  const from = value ?? minValue ?? 0;
  return { quantity, from, to: value ?? maxValue ?? from, unit: unitText };
}

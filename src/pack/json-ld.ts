import type { SourceFigure } from '../core/page-figures';
import type { Card, CardFigure, Citation } from './card';
import type { CitationNode, FigureNode, PackDocument } from './document-schema';

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
  const terms = new Map(document.hasDefinedTerm.map((term) => [term.termCode, term]));
  const sections = new Map(document.isBasedOn.hasPart.map((section) => [section.termCode, section]));
  const nameOf = (id: string) => {
    const term = terms.get(id);
    if (!term) throw new Error(`The pack ${document.termCode} has no card ${id}.`);
    return term.name;
  };
  const cite = ({ section: id, paragraph }: CitationNode): Citation => {
    const section = sections.get(id);
    if (!section) throw new Error(`The pack ${document.termCode} has no section ${id}.`);
    return {
      section: id,
      paragraph,
      number: section.position,
      title: section.name,
      name: section.alternateName,
    };
  };
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

function extentOf({ quantity, value, minValue, maxValue, unitText }: FigureNode) {
  const from = value ?? minValue ?? 0;
  return { quantity, from, to: value ?? maxValue ?? from, unit: unitText };
}

import type { Card, Citation } from './card';
import type { Kind, Layer, RelationType, Stance } from './schema';

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
  statement: 'own:statement',
  stance: 'own:stance',
  relation: 'own:relation',
  relationType: 'own:relationType',
  card: 'own:card',
  section: 'own:section',
  paragraph: 'own:paragraph',
  paragraphs: 'own:paragraphs',
} as const;

interface CitationNode {
  readonly isPartOf: string;
  readonly section: string;
  readonly paragraph: number;
}

/** One card in the compiled pack. */
export interface TermNode {
  readonly '@id': string;
  readonly '@type': 'DefinedTerm';
  readonly termCode: string;
  readonly name: string;
  readonly description: string;
  readonly inDefinedTermSet: string;
  readonly kind: Kind;
  readonly layer?: Layer;
  readonly party?: string;
  readonly alternateName: readonly string[];
  readonly hiddenLabel: readonly string[];
  readonly statement: readonly {
    readonly '@type': 'Claim';
    readonly stance: Stance;
    readonly text: string;
    readonly citation: CitationNode;
  }[];
  readonly relation: readonly {
    readonly relationType: RelationType;
    readonly related: string;
    readonly card: string;
    readonly scopeNote: string;
    readonly citation: CitationNode;
  }[];
}

/** The compiled pack. */
export interface PackDocument {
  readonly '@context': Record<string, unknown>;
  readonly '@id': string;
  readonly '@type': 'DefinedTermSet';
  readonly termCode: string;
  readonly name: string;
  readonly inLanguage: string;
  readonly isBasedOn: {
    readonly '@type': 'Article';
    readonly name: string;
    readonly author: string;
    readonly hasPart: readonly {
      readonly '@id': string;
      readonly '@type': 'Chapter';
      readonly termCode: string;
      readonly name: string;
      readonly alternateName: string;
      readonly position: number;
      readonly paragraphs: number;
    }[];
  };
  readonly hasDefinedTerm: readonly TermNode[];
}

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
  return document.hasDefinedTerm.map((term) => ({
    id: term.termCode,
    name: term.name,
    kind: term.kind,
    ...(term.layer && { layer: term.layer }),
    ...(term.party && { party: nameOf(term.party) }),
    definition: term.description,
    statements: term.statement.map(({ stance, text, citation }) => ({ stance, text, cite: cite(citation) })),
    relations: term.relation.map((relation) => ({
      type: relation.relationType,
      card: relation.card,
      name: nameOf(relation.card),
      because: relation.scopeNote,
      cite: cite(relation.citation),
    })),
    language: document.inLanguage,
  }));
}

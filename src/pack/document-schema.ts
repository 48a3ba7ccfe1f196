import * as v from 'valibot';
import { HOLDS, QUANTITIES, SHAPES, TIE_TYPES } from './argument-schema';
import { KINDS, LAYERS, RELATION_TYPES, STANCES } from './schema';

const Text = v.string();
const Count = v.pipe(v.number(), v.integer(), v.minValue(1));
const Iri = v.pipe(v.string(), v.regex(/^urn:sidelight:/));
const CardIds = v.array(Text);

const CitationNode = v.strictObject({ isPartOf: Iri, section: Text, paragraph: Count });

const ClaimNode = v.strictObject({
  '@id': Iri,
  '@type': v.literal('Claim'),
  stance: v.picklist(STANCES),
  text: Text,
  citation: CitationNode,
});

const TermNode = v.strictObject({
  '@id': Iri,
  '@type': v.literal('DefinedTerm'),
  termCode: Text,
  name: Text,
  disambiguatingDescription: Text,
  description: Text,
  deal: Text,
  inDefinedTermSet: Iri,
  kind: v.picklist(KINDS),
  layer: v.optional(v.picklist(LAYERS)),
  party: v.optional(Text),
  alternateName: v.array(Text),
  hiddenLabel: v.array(Text),
  statement: v.array(ClaimNode),
  /** Risks of the argument, in the words that fit the term. */
  undo: v.array(v.strictObject({ risk: Iri, text: Text })),
  relation: v.array(
    v.strictObject({
      relationType: v.picklist(RELATION_TYPES),
      related: Iri,
      card: Text,
      scopeNote: Text,
      citation: CitationNode,
    }),
  ),
});

const thesisFields = {
  '@type': v.literal('Claim'),
  name: Text,
  stance: v.picklist(STANCES),
  text: Text,
  citation: CitationNode,
  cards: CardIds,
  tie: v.optional(v.array(v.strictObject({ tieType: v.picklist(TIE_TYPES), card: Text, scopeNote: Text }))),
};

const ThesisNode = v.strictObject(thesisFields);

const PointNode = v.strictObject({
  '@id': Iri,
  termCode: Text,
  ...thesisFields,
  transition: v.optional(Text),
});

const ArgumentNode = v.strictObject({
  thesis: ThesisNode,
  part: v.array(
    v.strictObject({ termCode: Text, name: Text, about: Text, sections: v.array(Text), keyCards: CardIds }),
  ),
  framework: v.array(
    v.strictObject({
      termCode: Text,
      name: Text,
      lead: Text,
      shape: v.picklist(SHAPES),
      point: v.array(PointNode),
    }),
  ),
  stackLayer: v.array(v.strictObject({ layer: v.picklist(LAYERS), name: Text, question: Text })),
  stackParty: v.array(
    v.strictObject({
      name: Text,
      cards: CardIds,
      holding: v.array(
        v.strictObject({
          layer: v.picklist(LAYERS),
          hold: v.optional(v.picklist(HOLDS)),
          scopeNote: Text,
          cards: CardIds,
          citation: CitationNode,
        }),
      ),
    }),
  ),
});

const FigureNode = v.strictObject({
  '@id': Iri,
  '@type': v.literal('QuantitativeValue'),
  termCode: Text,
  name: Text,
  description: Text,
  quantity: v.picklist(QUANTITIES),
  value: v.optional(v.number()),
  minValue: v.optional(v.number()),
  maxValue: v.optional(v.number()),
  unitText: Text,
  card: Text,
  parties: CardIds,
  near: v.array(Text),
  apart: v.array(Text),
  citation: v.array(CitationNode),
});

/** The compiled pack: a JSON-LD document whose names the context in it explains. */
export const PackDocument = v.strictObject({
  '@context': v.record(Text, v.unknown()),
  '@id': Iri,
  '@type': v.literal('DefinedTermSet'),
  termCode: Text,
  name: Text,
  inLanguage: Text,
  isBasedOn: v.strictObject({
    '@type': v.literal('Article'),
    name: Text,
    alternateName: Text,
    author: Text,
    datePublished: v.optional(Text),
    hasPart: v.array(
      v.strictObject({
        '@id': Iri,
        '@type': v.literal('Chapter'),
        termCode: Text,
        name: Text,
        alternateName: Text,
        position: Count,
        paragraphs: v.array(Text),
      }),
    ),
  }),
  hasDefinedTerm: v.array(TermNode),
  figure: v.array(FigureNode),
  argument: v.optional(ArgumentNode),
});

export type PackDocument = v.InferOutput<typeof PackDocument>;
export type TermNode = v.InferOutput<typeof TermNode>;
export type CitationNode = v.InferOutput<typeof CitationNode>;
export type FigureNode = v.InferOutput<typeof FigureNode>;
export type PointNode = v.InferOutput<typeof PointNode>;
export type ThesisNode = v.InferOutput<typeof ThesisNode>;

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { readPack } from '../../scripts/pack-files';
import { compileDocument } from '../../src/pack/compile-document';
import {
  ARGUMENT_YAML,
  authorPack,
  CARDS,
  change,
  FIGURES_YAML,
  RISKY_CHIP_YAML,
  SOURCE_YAML,
} from './small-pack';

const { pack: shipped } = readPack();
if (!shipped) throw new Error('The shipped pack cannot be read.');
const small = authorPack(
  { ...CARDS, 'cards/chip.yaml': RISKY_CHIP_YAML },
  {
    source: change(SOURCE_YAML, 'author:', 'published: 2025-11-30\nauthor:'),
    argument: ARGUMENT_YAML,
    figures: FIGURES_YAML,
  },
);

const options = {
  /** Throws where the document says something that its context does not explain. */
  safe: true,
  documentLoader: async (url: string): Promise<never> => {
    throw new Error(`A pack fetches nothing, but asks for ${url}.`);
  },
};

describe.each([
  ['of a small pack', small],
  ['of the pack that ships', shipped],
])('the compiled document %s', (_which, pack) => {
  const document = JSON.parse(JSON.stringify(compileDocument(pack)));

  it('fits the published schema', () => {
    const schema = JSON.parse(readFileSync('src/pack/compiled-pack.schema.json', 'utf8'));
    const validate = new Ajv2020().compile(schema);
    validate(document);
    expect(validate.errors).toBeNull();
  });

  it('is JSON-LD in which every name has a meaning', async () => {
    const [set] = await jsonld.expand(document, options);
    expect(set?.['@type']).toEqual(['https://schema.org/DefinedTermSet']);
    expect(set?.['https://schema.org/hasDefinedTerm']).toHaveLength(pack.cards.length);
  });

  it('becomes triples, each card with its name', async () => {
    const triples = (await jsonld.toRDF(document, options)) as { predicate: { value: string } }[];
    const names = triples.filter(({ predicate }) => predicate.value === 'https://schema.org/termCode');
    expect(names.length).toBeGreaterThanOrEqual(pack.cards.length);
  });

  it('keeps the order of what has one', async () => {
    const expanded = await jsonld.expand(document, options);
    const compacted = await jsonld.compact(expanded, document['@context'], options);
    expect(compacted['argument']).toEqual(document.argument);
    expect(compacted['figure']).toMatchObject(
      document.figure.map(({ termCode }: { termCode: string }) => ({ termCode })),
    );
  });
});

describe('the compiled document', () => {
  const document = compileDocument(small);

  it('says what it is drawn from: title, author, date if there is one, and an abstract of each paragraph', () => {
    expect(document.isBasedOn).toMatchObject({
      name: 'On chips: a study of the market',
      alternateName: 'On chips',
      author: 'A. Writer',
      datePublished: '2025-11-30',
      hasPart: [
        { termCode: 'opening', position: 1, paragraphs: ['Chips are cut.', 'Chips are sold.'] },
        { termCode: 'ending', position: 2, paragraphs: ['Chips may go unsold.'] },
      ],
    });
    expect(compileDocument(authorPack(CARDS)).isBasedOn).not.toHaveProperty('datePublished');
  });

  it('leads from what would undo a card’s point to the risk in the argument', () => {
    const [undo] = document.hasDefinedTerm[0]?.undo ?? [];
    expect(undo?.text).toBe('Chipium is worthless if buyers stay away.');
    const points = document.argument?.framework.flatMap(({ point }) => point) ?? [];
    expect(points.find((point) => point['@id'] === undo?.risk)).toMatchObject({
      name: 'Sell',
      stance: 'risk',
    });
  });
});

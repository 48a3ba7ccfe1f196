import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { readPack } from '../../scripts/pack-files';
import { compileDocument } from '../../src/pack/compile-document';
import { ARGUMENT_YAML, authorPack, CHIP_YAML, FIGURES_YAML, MAKER_YAML } from './small-pack';

const { pack: shipped } = readPack();
if (!shipped) throw new Error('The shipped pack cannot be read.');
const small = authorPack(
  { 'cards/chip.yaml': CHIP_YAML, 'cards/maker.yaml': MAKER_YAML },
  { argument: ARGUMENT_YAML, figures: FIGURES_YAML },
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

describe('a statement with a counterpoint', () => {
  it('names the first risk of the other card', () => {
    const document = compileDocument(shipped);
    const claims = new Map(
      document.hasDefinedTerm.flatMap(({ statement }) => statement.map((claim) => [claim['@id'], claim])),
    );
    const answered = [...claims.values()].filter(({ counterpoint }) => counterpoint !== undefined);
    expect(answered.length).toBeGreaterThan(0);
    for (const { counterpoint } of answered) expect(claims.get(counterpoint ?? '')?.stance).toBe('risk');
  });
});

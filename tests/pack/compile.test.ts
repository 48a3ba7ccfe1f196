import { describe, expect, it } from 'vitest';
import { readPack } from '../../scripts/pack-files';
import { compileCues, compileGazetteer } from '../../src/pack/compile';
import { compileCards, compileParagraphs } from '../../src/pack/compile-cards';
import { compileDocument } from '../../src/pack/compile-document';
import {
  ARGUMENT_YAML,
  authorPack,
  CARDS,
  CHIP_YAML,
  change,
  MAKER_YAML,
  RISKY_CHIP_YAML,
  SOURCE_YAML,
} from './small-pack';

const small = authorPack(CARDS);
const { pack: shipped } = readPack();
if (!shipped) throw new Error('The shipped pack cannot be read.');

/** What the forms of an index stand for, form after form, plurals behind their singulars. */
const valuesIn = (index: string) =>
  index
    .trimEnd()
    .split('\n')
    .slice(1)
    .flatMap((line) => (JSON.parse(line.split('\t')[1] ?? '') as unknown[]).slice(2));

describe('the compiled gazetteer', () => {
  it('has every form with its card and tier', () => {
    const { cards, aliases } = compileGazetteer(small);
    expect(cards).toEqual(['chip', 'maker']);
    expect(valuesIn(aliases)).toEqual([
      [0, 0, 'Chipium'],
      [0, 1, 'Chip'],
      [1, 0, 'Makium'],
      [1, 1, 'Maker'],
    ]);
  });
});

describe('the compiled cues', () => {
  const { cues, related } = compileCues(small);

  it('say for which cards they speak, and against which', () => {
    expect(valuesIn(cues)).toEqual([
      ...[
        ['chip', [0]],
        ['chip', [0]],
      ],
      ...[
        ['GPU', [0], 'GPU'],
        ['GPU', [0], 'GPUs'],
      ],
      ...[
        ['wafer', [1, 2]],
        ['wafer', [1, 2]],
      ],
      ...[
        ['potato', [-1, -2]],
        ['potato', [-1, -2]],
      ],
    ]);
  });

  it('know relations from both ends, whichever card states them', () => {
    expect(related).toEqual([[1], [0]]);
    const third = change(change(CHIP_YAML, 'id: chip', 'id: third'), 'card: maker', 'card: chip');
    const pack = authorPack({ 'cards/chip.yaml': CHIP_YAML, 'cards/third.yaml': third });
    expect(compileCues(pack).related).toEqual([[1], [0]]);
  });
});

/** Names of schema.org and JSON-LD keywords that the document uses; all others must be in its own context. */
const SCHEMA_ORG = new Set(
  (
    '@context @id @type alternateName author citation datePublished description disambiguatingDescription hasDefinedTerm hasPart inLanguage isBasedOn name ' +
    'maxValue minValue position termCode text unitText value'
  ).split(' '),
);

function visit(value: unknown, see: (key: string, value: unknown) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) see(key, inner);
    if (key !== '@context') visit(inner, see);
  }
}

describe.each([
  ['of a small pack', small],
  ['of the pack that ships', shipped],
])('the compiled document %s', (_which, pack) => {
  const document = compileDocument(pack);
  const ids = new Set<unknown>();
  visit(document, (key, value) => key === '@id' && ids.add(value));

  it('is a set of defined terms, one a card, in order', () => {
    expect(document['@type']).toBe('DefinedTermSet');
    expect(document.hasDefinedTerm.map((term) => [term['@type'], term.termCode, term.name])).toEqual(
      pack.cards.map(({ value }) => ['DefinedTerm', value.id, value.name]),
    );
  });

  it('resolves every relation, citation and set inside itself', () => {
    for (const term of document.hasDefinedTerm) {
      expect(ids).toContain(term.inDefinedTermSet);
      for (const { related, citation } of term.relation) {
        expect(ids).toContain(related);
        expect(ids).toContain(citation.isPartOf);
      }
      for (const { citation } of term.statement) expect(ids).toContain(citation.isPartOf);
    }
  });

  it('carries its context, which is fetched from nowhere, and no name without a meaning', () => {
    const context = document['@context'];
    expect(context['@vocab']).toBe('https://schema.org/');
    expect(JSON.stringify(context)).not.toContain('@import');
    visit(document, (key) => expect(SCHEMA_ORG.has(key) || Object.hasOwn(context, key), key).toBe(true));
    expect(Array.isArray(context)).toBe(false);
  });

  it('keeps forms that link alone apart from those that readers should not be shown', () => {
    document.hasDefinedTerm.forEach((term, place) => {
      const aliases = pack.cards[place]?.value.aliases ?? [];
      expect(term.alternateName).toEqual(
        aliases.filter(({ tier }) => tier === 'alone').map(({ form }) => form),
      );
      expect([...term.alternateName, ...term.hiddenLabel]).toHaveLength(aliases.length);
    });
  });
});

describe('the compiled cards', () => {
  it.each([
    ['of a small pack', small],
    ['of the pack that ships', shipped],
  ])('%s say what their files say, with names and titles filled in', (_which, pack) => {
    const nameOf = (id: string) => pack.cards.find(({ value }) => value.id === id)?.value.name;
    const { sections, title, shortTitle, author } = pack.source.value;
    const { dealHeading } = pack.pack.value;
    const cited = ({ section, paragraph }: { section: string; paragraph: number }) => {
      const place = sections.findIndex(({ id }) => id === section);
      const { title: of, name } = sections[place] ?? {};
      return { section, paragraph, number: place + 1, title: of, name };
    };
    const figuresOf = (id: string) =>
      (pack.figures?.value ?? [])
        .filter(({ card, parties }) => card === id || parties.includes(id))
        .map(({ id: figure, name, subject, quantity, unit, parties, value, from, to, cite }) => ({
          id: figure,
          name,
          subject,
          parties,
          quantity,
          unit,
          from: value ?? from,
          to: value ?? to,
          ...(name.startsWith('up to') && { isUpTo: true }),
          cite: cite.map(cited),
        }));
    expect(compileCards(pack).map(({ undo: _undo, points: _points, ...card }) => card)).toEqual(
      pack.cards.map(
        ({ value: { id, name, kind, layer, party, short, definition, deal, statements, relations } }) => ({
          id,
          name,
          kind,
          ...(layer && { layer }),
          ...(party && { party: nameOf(party) }),
          short,
          definition,
          deal,
          language: 'en',
          source: { title, shortTitle, author, dealHeading },
          figures: figuresOf(id),
          statements: statements.map(({ stance, text, cite }) => ({ stance, text, cite: cited(cite) })),
          relations: relations.map(({ type, card, because, cite }) => ({
            type,
            card,
            name: nameOf(card),
            because,
            cite: cited(cite),
          })),
        }),
      ),
    );
  });

  const cite = { section: 'ending', paragraph: 1, number: 2, title: 'How it ends', name: 'Ending' };

  it('lead from a risk in their own words to the card and the paragraph of the argument’s risk', () => {
    const argued = authorPack({ ...CARDS, 'cards/chip.yaml': RISKY_CHIP_YAML }, { argument: ARGUMENT_YAML });
    expect(compileCards(argued).map(({ undo }) => undo)).toEqual([
      [{ risk: 'Sell', card: 'chip', text: 'Chipium is worthless if buyers stay away.', cite }],
      [],
    ]);
  });

  it('have the points of the argument that list them, but no risk that they put into their own words', () => {
    const argument = change(
      ARGUMENT_YAML,
      'cards: [maker]\n        transition',
      'cards: [maker, chip]\n        transition',
    );
    const pointsOf = (chip: string) =>
      compileCards(authorPack({ ...CARDS, 'cards/chip.yaml': chip }, { argument })).map(
        ({ points }) => points,
      );
    const make = {
      framework: 'The wheel',
      name: 'Make',
      position: 1,
      of: 2,
      text: 'The maker cuts wafers.',
      cite: { section: 'opening', paragraph: 2, number: 1, title: 'How it opens', name: 'Opening' },
    };
    const sell = { ...make, name: 'Sell', position: 2, text: 'Nobody may want chips.', cite };
    expect(pointsOf(CHIP_YAML)).toEqual([[make, sell], [make]]);
    expect(pointsOf(RISKY_CHIP_YAML)).toEqual([[make], [make]]);
  });

  it('say when the source was published, if that is known', () => {
    const source = change(SOURCE_YAML, 'author:', 'published: 2025-11-30\nauthor:');
    const [chip] = compileCards(authorPack(CARDS, { source }));
    expect(chip?.source.published).toBe('2025-11-30');
    expect(compileCards(small)[0]?.source).not.toHaveProperty('published');
  });

  it('cannot be had of an unchecked pack that lacks something', () => {
    const alone = authorPack({ 'cards/chip.yaml': CHIP_YAML });
    expect(() => compileCards(alone)).toThrow('The pack small has no card maker.');
    const astray = authorPack({ 'cards/maker.yaml': change(MAKER_YAML, 'section: opening', 'section: x') });
    expect(() => compileCards(astray)).toThrow('The pack small has no section x.');
  });
});

describe('the compiled paragraphs', () => {
  it('have the abstract of each in order, and the cards whose statements cite it', () => {
    const elsewhere = change(MAKER_YAML, 'paragraph: 2', 'paragraph: 1');
    const [first, second, third] = compileParagraphs(authorPack({ ...CARDS, 'cards/maker.yaml': elsewhere }));
    expect(first).toEqual({
      section: 'opening',
      paragraph: 1,
      number: 1,
      title: 'How it opens',
      name: 'Opening',
      of: 2,
      abstract: 'Chips are cut.',
      citedBy: [{ card: 'maker', name: 'The Maker' }],
    });
    expect(second).toMatchObject({ paragraph: 2, citedBy: [{ card: 'chip', name: 'A chip' }] });
    // Only relations cite it.
    expect(third).toMatchObject({ section: 'ending', number: 2, paragraph: 1, of: 1, citedBy: [] });
  });
});

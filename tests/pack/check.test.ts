import { describe, expect, it } from 'vitest';
import { checkPack } from '../../src/pack/check';
import {
  ARGUMENT_YAML,
  authorPack,
  CHIP_YAML,
  change,
  FIGURES_YAML,
  MAKER_YAML,
  written,
} from './small-pack';

const check = (cards: Record<string, string>) => checkPack(authorPack(cards)).map(written);
const checkChip = (from: string, to: string) =>
  check({ 'cards/chip.yaml': change(CHIP_YAML, from, to), 'cards/maker.yaml': MAKER_YAML });

describe('checkPack', () => {
  it('finds nothing in a sound pack', () => {
    expect(check({ 'cards/chip.yaml': CHIP_YAML, 'cards/maker.yaml': MAKER_YAML })).toEqual([]);
  });

  it.each([
    [
      'a relation to no card',
      'card: maker',
      'card: baker',
      'cards/chip.yaml:19 relations[1].card: names no card of the pack: baker',
    ],
    [
      'a relation to itself',
      'card: maker',
      'card: chip',
      'cards/chip.yaml:19 relations[1].card: points to the card itself',
    ],
    [
      'a citation of no section',
      'section: opening',
      'section: middle',
      'cards/chip.yaml:16 statements[1].cite.section: names no section of the source: middle',
    ],
    [
      'a citation of no such paragraph',
      'paragraph: 2',
      'paragraph: 3',
      'cards/chip.yaml:16 statements[1].cite.paragraph: is 3, but section opening has 2',
    ],
    [
      'a relation’s citation of no section',
      'section: ending',
      'section: end',
      'cards/chip.yaml:21 relations[1].cite.section: names no section of the source: end',
    ],
    [
      'a party that no card is',
      'party: maker',
      'party: baker',
      'cards/chip.yaml:5 party: names no company card: baker',
    ],
    [
      'a party that is no company',
      'party: maker',
      'party: chip',
      'cards/chip.yaml:5 party: names no company card: chip',
    ],
    [
      'a statement that nobody is said to make',
      'The analysis says that it is made',
      'It is made',
      'cards/chip.yaml:15 statements[1].text: attributes nothing: say who says it, with “the analysis” or “the author”',
    ],
    [
      'a relation given twice',
      '\nlinks:\n',
      '\n  - { type: part of, card: maker, because: again, cite: { section: ending, paragraph: 1 } }\nlinks:\n',
      'cards/chip.yaml:22 relations[2]: is given twice: part of maker',
    ],
    [
      'a counterpoint to a fact',
      'cite: { section: opening, paragraph: 2 }',
      'cite: { section: opening, paragraph: 2 }\n    counterpoint: chip',
      'cards/chip.yaml:17 statements[1].counterpoint: belongs to a claim or a forecast, not to a fact',
    ],
    [
      'a form without letters',
      'form: Chipium',
      'form: "—"',
      'cards/chip.yaml:8 aliases[1].form: has no letter or digit',
    ],
    [
      'a form given twice',
      'form: Chipium',
      'form: Chip',
      'cards/chip.yaml:9 aliases[2].form: "Chip" is also claimed by chip, with no evidence to tell them apart',
    ],
  ])('names file, line and field of %s', (_what, from, to, problem) => {
    expect(checkChip(from, to)).toEqual([problem]);
  });

  it.each([
    ['first', 'Maker, tier', 'Chipium, tier', 'cards/maker.yaml:8 aliases[2].form: "Chipium"'],
    ['second', 'Makium, tier', 'Chip, tier', 'cards/maker.yaml:7 aliases[1].form: "Chip"'],
  ])('refuses a form that two cards claim, the %s of them without evidence', (_which, from, to, field) => {
    expect(check({ 'cards/chip.yaml': CHIP_YAML, 'cards/maker.yaml': change(MAKER_YAML, from, to) })).toEqual(
      [`${field} is also claimed by chip, with no evidence to tell them apart`],
    );
  });

  it('lets evidence tell two cards of one form apart, where each has its own', () => {
    const claim = change(change(MAKER_YAML, 'form: Maker,', 'form: Chip,'), '[wafer]', '[foundry]');
    const checkBoth = (maker: string) => check({ 'cards/chip.yaml': CHIP_YAML, 'cards/maker.yaml': maker });
    expect(checkBoth(claim)).toEqual([]);
    expect(checkBoth(change(claim, '[foundry]', '[wafer]'))).toEqual([
      'cards/maker.yaml:8 aliases[2].form: "Chip" is also claimed by chip, with no evidence to tell them apart',
    ]);
  });

  describe('of counterpoints', () => {
    const claim = change(
      change(CHIP_YAML, 'stance: fact', 'stance: claim'),
      'cite: { section: opening, paragraph: 2 }',
      'cite: { section: opening, paragraph: 2 }\n    counterpoint: maker',
    );
    const undermined = change(claim, 'type: part of', 'type: undermined by');
    const warns = change(MAKER_YAML, 'stance: fact', 'stance: risk');
    const checkClaim = (chip: string, maker: string) =>
      check({ 'cards/chip.yaml': chip, 'cards/maker.yaml': maker });

    it('takes one that names a card with a risk, and says so among the relations', () => {
      expect(checkClaim(undermined, warns)).toEqual([]);
    });

    it.each([
      ['a card that warns of nothing', undermined, MAKER_YAML, 'names a card that warns of no risk: maker'],
      ['a card without a relation to it', claim, warns, 'needs a relation that says so: undermined by maker'],
      [
        'no card',
        change(undermined, 'counterpoint: maker', 'counterpoint: baker'),
        warns,
        'names no card of the pack: baker',
      ],
    ])('refuses one that names %s', (_what, chip, maker, message) => {
      expect(checkClaim(chip, maker)).toEqual([`cards/chip.yaml:17 statements[1].counterpoint: ${message}`]);
    });
  });

  describe('of the graph', () => {
    const card = (id: string, to: string) =>
      change(change(CHIP_YAML, 'id: chip', `id: ${id}`), 'card: maker', `card: ${to}`)
        .replace('Chipium, tier', `${id}ium, tier`)
        .replace('form: Chip,', `form: ${id},`);

    it('refuses a card that nothing relates to', () => {
      expect(
        check({
          'cards/chip.yaml': CHIP_YAML,
          'cards/lone.yaml': card('lone', 'chip'),
          'cards/maker.yaml': MAKER_YAML,
        }),
      ).toEqual(['cards/lone.yaml:18 relations: nothing relates to this card: let another card name it']);
    });

    it('refuses cards that relate to each other only', () => {
      const two = { 'cards/a.yaml': card('a', 'b'), 'cards/b.yaml': card('b', 'a') };
      const lines = check({ 'cards/chip.yaml': CHIP_YAML, 'cards/maker.yaml': MAKER_YAML, ...two });
      expect(lines).toHaveLength(4);
      expect(lines.join('\n')).toMatch(/no chain of relations leads from this card to/);
      expect(lines.join('\n')).toMatch(/no chain of relations leads from \w+ to this card/);
    });
  });

  describe('of argument and figures', () => {
    const cards = { 'cards/chip.yaml': CHIP_YAML, 'cards/maker.yaml': MAKER_YAML };
    const checkWith = (argument: string, figures: string) =>
      checkPack(authorPack(cards, { argument, figures })).map(written);

    it('finds nothing in sound ones', () => {
      expect(checkWith(ARGUMENT_YAML, FIGURES_YAML)).toEqual([]);
    });

    it.each([
      ['cards: [chip]\nparts', 'cards: [chop]\nparts', '6 thesis.cards[1]: names no card of the pack: chop'],
      ['sections: [opening, ending]', 'sections: [opening]', '8 parts: have no place for section ending'],
      [
        'sections: [opening, ending]',
        'sections: [opening, ending, opening]',
        '8 parts[1].sections[3]: is also in part all: opening',
      ],
      [
        'keyCards: [chip]',
        'keyCards: [maker]',
        '8 parts[1].keyCards[1]: is a company, which is mentioned everywhere and belongs to no part: maker',
      ],
      [
        'keyCards: [chip]',
        'keyCards: [chip, chip]',
        '8 parts[1].keyCards[2]: is also a key card of part all: chip',
      ],
      [
        'undermines, card: maker',
        'undermines, card: baker',
        '27 frameworks[1].points[2].ties[1].card: names no card of the pack: baker',
      ],
      [
        'note: made here, cards: [chip]',
        'note: made here, cards: [chop]',
        '35 stack.parties[1].holds[1].cards[1]: names no card of the pack: chop',
      ],
      [
        '- { layer: silicon, hold',
        '- { layer: energy, hold',
        '35 stack.parties[1].holds[1].layer: is no layer of this stack: energy',
      ],
    ])('names file, line and field where %s becomes %s', (from, to, problem) => {
      expect(checkWith(change(ARGUMENT_YAML, from, to), FIGURES_YAML)).toEqual([`argument.yaml:${problem}`]);
    });

    it('names a figure’s card and paragraph that do not exist, and a second one of its id', () => {
      const twice = `${FIGURES_YAML}${FIGURES_YAML}`;
      expect(checkWith(ARGUMENT_YAML, twice)).toEqual([
        'figures.yaml:13 [2].id: is the id of an earlier figure: price',
      ]);
      expect(checkWith(ARGUMENT_YAML, change(FIGURES_YAML, 'card: chip', 'card: chop'))).toEqual([
        'figures.yaml:8 [1].card: names no card of the pack: chop',
      ]);
      expect(checkWith(ARGUMENT_YAML, change(FIGURES_YAML, 'paragraph: 1', 'paragraph: 7'))).toEqual([
        'figures.yaml:12 [1].cite[1].paragraph: is 7, but section ending has 1',
      ]);
    });
  });

  it('refuses two cards with one id, and names the other file', () => {
    const twin = CHIP_YAML.replace('Chipium, tier', 'Twinium, tier');
    const problems = check({
      'a/chip.yaml': CHIP_YAML,
      'b/chip.yaml': twin,
      'cards/maker.yaml': MAKER_YAML,
    });
    expect(problems).toContain('b/chip.yaml:1 id: is also the id of a/chip.yaml');
  });

  it.each(['chips.yaml', 'potato-chip.yaml'])('refuses an id that does not fit its file, %s', (name) => {
    expect(check({ [`cards/${name}`]: CHIP_YAML, 'cards/maker.yaml': MAKER_YAML })).toEqual([
      `cards/${name}:1 id: does not fit the file's name: call the file chip.yaml`,
    ]);
  });

  it('tells problems in the order of files and lines', () => {
    const broken = (text: string) =>
      change(change(text, 'section: opening', 'section: x'), 'section: ending', 'section: x');
    const lines = check({ 'cards/maker.yaml': broken(MAKER_YAML), 'cards/chip.yaml': broken(CHIP_YAML) });
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'cards/chip.yaml:16',
      'cards/chip.yaml:21',
      'cards/maker.yaml:15',
      'cards/maker.yaml:20',
    ]);
  });
});

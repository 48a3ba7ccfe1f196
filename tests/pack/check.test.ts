import { describe, expect, it } from 'vitest';
import { checkPack } from '../../src/pack/check';
import {
  ARGUMENT_YAML,
  authorPack,
  CARDS,
  CHIP_YAML,
  change,
  chipNamed,
  FIGURES_YAML,
  MAKER_YAML,
  RISKY_CHIP_YAML,
  SOURCE_YAML,
  written,
} from './small-pack';

const check = (cards: Record<string, string>) => checkPack(authorPack(cards)).map(written);
const checkChip = (from: string, to: string) =>
  check({ ...CARDS, 'cards/chip.yaml': change(CHIP_YAML, from, to) });

describe('checkPack', () => {
  it('finds nothing in a sound pack', () => {
    expect(check(CARDS)).toEqual([]);
  });

  it.each([
    [
      'a relation to no card',
      'card: maker',
      'card: baker',
      'cards/chip.yaml:21 relations[1].card: names no card of the pack: baker',
    ],
    [
      'a relation to itself',
      'card: maker',
      'card: chip',
      'cards/chip.yaml:21 relations[1].card: points to the card itself',
    ],
    [
      'a citation of no section',
      'section: opening',
      'section: middle',
      'cards/chip.yaml:18 statements[1].cite.section: names no section of the source: middle',
    ],
    [
      'a citation of no such paragraph',
      'paragraph: 2',
      'paragraph: 3',
      'cards/chip.yaml:18 statements[1].cite.paragraph: is 3, but section opening has 2',
    ],
    [
      'a relation’s citation of no section',
      'section: ending',
      'section: end',
      'cards/chip.yaml:23 relations[1].cite.section: names no section of the source: end',
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
      'a relation given twice',
      '\nlinks:\n',
      '\n  - { type: part of, card: maker, because: again, cite: { section: ending, paragraph: 1 } }\nlinks:\n',
      'cards/chip.yaml:24 relations[2]: is given twice: part of maker',
    ],
    [
      'a form without letters',
      'form: Chipium',
      'form: "—"',
      'cards/chip.yaml:10 aliases[1].form: has no letter or digit',
    ],
    [
      'a form given twice',
      'form: Chipium',
      'form: Chip',
      'cards/chip.yaml:11 aliases[2].form: "Chip" is also claimed by chip, with no evidence to tell them apart',
    ],
  ])('names file, line and field of %s', (_what, from, to, problem) => {
    expect(checkChip(from, to)).toEqual([problem]);
  });

  it.each([
    ['first', 'Maker, tier', 'Chipium, tier', 'cards/maker.yaml:10 aliases[2].form: "Chipium"'],
    ['second', 'Makium, tier', 'Chip, tier', 'cards/maker.yaml:9 aliases[1].form: "Chip"'],
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
      'cards/maker.yaml:10 aliases[2].form: "Chip" is also claimed by chip, with no evidence to tell them apart',
    ]);
  });

  describe('of what would undo it', () => {
    const checkUndo = (chip: string, argument?: string) =>
      checkPack(
        authorPack({ ...CARDS, 'cards/chip.yaml': chip }, argument === undefined ? {} : { argument }),
      ).map(written);
    const risk = '  - risk: unsold\n    text: Chipium is worthless if buyers stay away.\n';

    it('takes a risk of the argument', () => {
      expect(checkUndo(RISKY_CHIP_YAML, ARGUMENT_YAML)).toEqual([]);
    });

    it.each([
      ['is no point', change(RISKY_CHIP_YAML, 'risk: unsold', 'risk: sold'), ARGUMENT_YAML, 'sold'],
      ['is no risk', change(RISKY_CHIP_YAML, 'risk: unsold', 'risk: made'), ARGUMENT_YAML, 'made'],
      ['has no argument to stand in', RISKY_CHIP_YAML, undefined, 'unsold'],
    ])('refuses one that %s', (_what, chip, argument, id) => {
      expect(checkUndo(chip, argument)).toEqual([
        `cards/chip.yaml:20 undo[1].risk: names no risk of the argument: ${id}`,
      ]);
    });

    it('refuses a risk given twice', () => {
      const again = risk.replace('Chipium is worthless', 'Chipium may rot');
      expect(checkUndo(change(RISKY_CHIP_YAML, risk, risk + again), ARGUMENT_YAML)).toEqual([
        'cards/chip.yaml:22 undo[2]: is given twice: unsold',
      ]);
    });
  });

  describe('of the graph', () => {
    const card = (id: string, to: string) => change(chipNamed(id), 'card: maker', `card: ${to}`);

    it('refuses a card that nothing relates to', () => {
      expect(check({ ...CARDS, 'cards/lone.yaml': card('lone', 'chip') })).toEqual([
        'cards/lone.yaml:20 relations: nothing relates to this card: let another card name it',
      ]);
    });

    it('refuses cards that relate to each other only', () => {
      const two = { 'cards/a.yaml': card('a', 'b'), 'cards/b.yaml': card('b', 'a') };
      const lines = check({ ...CARDS, ...two });
      expect(lines).toHaveLength(4);
      expect(lines.join('\n')).toMatch(/no chain of relations leads from this card to/);
      expect(lines.join('\n')).toMatch(/no chain of relations leads from \w+ to this card/);
    });
  });

  describe('of argument and figures', () => {
    const checkWith = (argument: string, figures: string) =>
      checkPack(authorPack(CARDS, { argument, figures })).map(written);

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
        '29 frameworks[1].points[2].ties[1].card: names no card of the pack: baker',
      ],
      [
        'note: made here, cards: [chip]',
        'note: made here, cards: [chop]',
        '37 stack.parties[1].holds[1].cards[1]: names no card of the pack: chop',
      ],
      [
        '- { layer: silicon, hold',
        '- { layer: energy, hold',
        '37 stack.parties[1].holds[1].layer: is no layer of this stack: energy',
      ],
      ['id: unsold', 'id: made', '22 frameworks[1].points[2].id: is the id of an earlier point: made'],
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
    const twin = change(chipNamed('twin'), 'id: twin', 'id: chip');
    const problems = check({ 'a/chip.yaml': CHIP_YAML, 'b/chip.yaml': twin, 'cards/maker.yaml': MAKER_YAML });
    expect(problems).toEqual(['b/chip.yaml:1 id: is also the id of a/chip.yaml']);
  });

  it('refuses two sections with one id', () => {
    const source = change(
      SOURCE_YAML,
      'sections:',
      'sections:\n  - { id: ending, title: X, name: X, paragraphs: [X] }',
    );
    expect(checkPack(authorPack(CARDS, { source })).map(written)).toEqual([
      'source.yaml:7 sections[3].id: is the id of an earlier section: ending',
    ]);
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
      'cards/chip.yaml:18',
      'cards/chip.yaml:23',
      'cards/maker.yaml:17',
      'cards/maker.yaml:22',
    ]);
  });
});

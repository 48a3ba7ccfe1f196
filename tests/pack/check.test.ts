import { describe, expect, it } from 'vitest';
import { checkPack } from '../../src/pack/compile';
import { authorPack, CHIP_YAML, change, MAKER_YAML, written } from './small-pack';

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
    ['first', 'Maker, links', 'Chipium, links', 'cards/maker.yaml:8 aliases[2].form: "Chipium"'],
    ['second', 'Makium, links', 'Chip, links', 'cards/maker.yaml:7 aliases[1].form: "Chip"'],
  ])('refuses a form that two cards claim, the %s of them without evidence', (_which, from, to, field) => {
    expect(check({ 'cards/chip.yaml': CHIP_YAML, 'cards/maker.yaml': change(MAKER_YAML, from, to) })).toEqual(
      [`${field} is also claimed by chip, with no evidence to tell them apart`],
    );
  });

  it('lets evidence tell two cards of one form apart', () => {
    const claim = change(MAKER_YAML, 'form: Maker,', 'form: Chip,');
    expect(check({ 'cards/chip.yaml': CHIP_YAML, 'cards/maker.yaml': claim })).toEqual([]);
  });

  it('refuses two cards with one id, and names the other file', () => {
    const twin = CHIP_YAML.replace('Chipium, links', 'Twinium, links');
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

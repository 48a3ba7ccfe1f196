import { describe, expect, it } from 'vitest';
import { fieldName, parseAuthored } from '../../src/pack/parse';
import { CardSource, LIMITS, PackSource, TextSource } from '../../src/pack/schema';
import { CHIP_YAML, change, PACK_YAML, RISKY_CHIP_YAML, SOURCE_YAML, written } from './small-pack';

const problemsOf = (text: string) => {
  const parsed = parseAuthored('chip.yaml', text, CardSource);
  return parsed.ok ? [] : parsed.problems.map(written);
};
const long = (limit: number) => 'x'.repeat(limit + 1);

describe('a card file', () => {
  it('that is sound is read', () => {
    expect(problemsOf(CHIP_YAML)).toEqual([]);
  });

  it.each([
    ['unknown field', 'name: A chip', 'name: A chip\ncolour: red', ':3 colour: is not a field'],
    [
      'unknown field deep inside',
      'form: Chip,',
      'form: Chip, case: any,',
      ':11 aliases[2].case: is not a field',
    ],
    ['missing field', 'name: A chip\n', '', ':1 name: is missing'],
    [
      'missing list',
      'aliases:\n  - { form: Chipium, tier: alone }\n  - { form: Chip, tier: with-evidence }\n',
      '',
      ':1 aliases: is missing',
    ],
    ['missing field deep inside', 'stance: fact\n    text', 'text', ':16 statements[1].stance: is missing'],
    ['empty text', 'name: A chip', 'name: ""', ':2 name: name is empty'],
    ['number for text', 'name: A chip', 'name: 7', ':2 name: name must be text'],
    ['unknown kind', 'kind: chip', 'kind: gadget', ':3 kind: kind must be one of: chip, '],
    ['unknown layer', 'layer: silicon', 'layer: sand', ':4 layer: layer must be one of: energy, '],
    [
      'unknown stance',
      'stance: fact',
      'stance: truth',
      ':16 statements[1].stance: stance must be one of: fact, ',
    ],
    [
      'unknown relation type',
      'type: part of',
      'type: loves',
      ':20 relations[1].type: type must be one of: runs on, ',
    ],
    ['unknown tier', 'tier: alone', 'tier: always', ':10 aliases[1].tier: tier must be one of: alone, '],
    ['id with capitals', 'id: chip', 'id: Chip', ':1 id: an id is lower-case'],
    [
      'definition over its limit',
      'Chipium is what the maker makes.',
      long(LIMITS.definition),
      ':7 definition: definition has 281 characters; the limit is 280',
    ],
    [
      'statement over its limit',
      'Each Chipium is cut from a wafer.',
      long(LIMITS.statement),
      ':17 statements[1].text: text has 201 characters; the limit is 200',
    ],
    [
      'short over its limit',
      'what the maker makes',
      long(LIMITS.short),
      ':6 short: short has 47 characters; the limit is 46',
    ],
    [
      'deal over its limit',
      'The maker lives on Chipium.',
      long(LIMITS.deal),
      ':8 deal: deal has 141 characters; the limit is 140',
    ],
    ['no deal', 'deal: The maker lives on Chipium.\n', '', ':1 deal: is missing'],
    [
      'markup',
      'Chipium is what the maker makes.',
      'What <b>they</b> make.',
      ':7 definition: definition must be plain text',
    ],
    [
      'control character',
      'Chipium is what the maker makes.',
      '"bell \\a"',
      ':7 definition: definition must be plain text',
    ],
    [
      'paragraph 0',
      'paragraph: 2',
      'paragraph: 0',
      ':18 statements[1].cite.paragraph: paragraphs are counted from 1',
    ],
    [
      'no alias',
      '  - { form: Chipium, tier: alone }\n  - { form: Chip, tier: with-evidence }',
      '  []',
      ':10 aliases: a card needs at least one alias',
    ],
    ['too few sentences', '  - Chipium is fast.\n', '', ':25 links: a card needs at least three sentences'],
  ])('with %s is refused, with file, line and field', (_what, from, to, problem) => {
    expect(problemsOf(change(CHIP_YAML, from, to))).toContainEqual(
      expect.stringContaining(`chip.yaml${problem}`),
    );
  });

  it('with more than four statements is refused', () => {
    const statement = CHIP_YAML.slice(CHIP_YAML.indexOf('  - stance'), CHIP_YAML.indexOf('relations:'));
    const problems = problemsOf(change(CHIP_YAML, statement, statement.repeat(5)));
    expect(problems).toEqual([expect.stringContaining('statements: a card has at most four statements')]);
  });

  it('with more than two risks is refused', () => {
    const undo = RISKY_CHIP_YAML.slice(
      RISKY_CHIP_YAML.indexOf('  - risk'),
      RISKY_CHIP_YAML.indexOf('relations:'),
    );
    expect(problemsOf(change(RISKY_CHIP_YAML, undo, undo.repeat(2)))).toEqual([]);
    expect(problemsOf(change(RISKY_CHIP_YAML, undo, undo.repeat(3)))).toEqual([
      'chip.yaml:20 undo: a card has at most two risks',
    ]);
  });

  it.each([
    ['is not closed', 'name: "A chip', 1],
    ['is indented by a tab', 'id: chip\n\tname: A chip', 2],
    ['says a thing twice', 'id: chip\nname: A chip\nid: chop', 3],
  ])('that %s is refused with its line', (_what, text, line) => {
    const parsed = parseAuthored('chip.yaml', text, CardSource);
    expect(parsed.ok ? [] : parsed.problems).toContainEqual(
      expect.objectContaining({ file: 'chip.yaml', line, message: expect.stringMatching(/\S/) }),
    );
  });

  it.each(['', '- a\n- b', 'just text'])('that holds no card (%j) is refused', (text) => {
    expect(problemsOf(text)).not.toEqual([]);
  });

  // The reader throws a ReferenceError that names neither file nor line.
  it('whose text is one starred word, which YAML takes for an alias, is refused with its line', () => {
    expect(problemsOf(change(CHIP_YAML, 'Chipium is what the maker makes.', '*everything*'))).toEqual([
      expect.stringContaining('chip.yaml:7'),
    ]);
  });

  it('tells all of its problems at once, and names each once', () => {
    const broken = change(change(CHIP_YAML, 'kind: chip', 'kind: x'), 'stance: fact', 'stance: x');
    expect(problemsOf(broken)).toHaveLength(2);
  });

  it('has its texts trimmed', () => {
    const parsed = parseAuthored(
      'chip.yaml',
      change(CHIP_YAML, 'name: A chip', 'name: " A chip "'),
      CardSource,
    );
    expect(parsed.ok && parsed.authored.value.name).toBe('A chip');
  });
});

describe('a pack file', () => {
  it.each([
    ['a language that is none', 'language: en', 'language: English', 3, 'language'],
    ['no heading for what matters', 'dealHeading: On the market\n', '', 1, 'dealHeading'],
    ['a field that a pack does not have', 'name: A small', 'script: x\nname: A small', 2, 'script'],
  ])('with %s is refused, with line and field', (_what, from, to, line, field) => {
    const parsed = parseAuthored('pack.yaml', change(PACK_YAML, from, to), PackSource);
    expect(parsed.ok ? [] : parsed.problems).toEqual([expect.objectContaining({ line, field })]);
  });
});

describe('a source file', () => {
  const problemsWith = (from: string, to: string) => {
    const parsed = parseAuthored('source.yaml', change(SOURCE_YAML, from, to), TextSource);
    return parsed.ok ? [] : parsed.problems.map(written);
  };
  const published = (date: string) => problemsWith('author:', `published: ${date}\nauthor:`);

  it('may have a date, quoted or not', () => {
    expect(published('2025-11-30')).toEqual([]);
    expect(published('"2025-11-30"')).toEqual([]);
  });

  it.each([
    ['2025', 'published must be a date, in quotation marks'],
    ['November 2025', 'published must be a date such as 2025-11-30'],
    ['2025-13-01', 'published must be a date such as 2025-11-30'],
  ])('with %s for a date is refused', (date, message) => {
    expect(published(date)).toEqual([`source.yaml:3 published: ${message}`]);
  });

  it.each([
    [
      'no paragraph in a section',
      '[Chips may go unsold.]',
      '[]',
      ':6 sections[2].paragraphs: a section has at least one paragraph',
    ],
    [
      'the number of paragraphs for their abstracts',
      '[Chips may go unsold.]',
      '1',
      ':6 sections[2].paragraphs: must be a list of abstracts',
    ],
    ['an empty abstract', '[Chips are cut., ', '["", ', ':5 sections[1].paragraphs[1]: abstract is empty'],
    [
      'an abstract over its limit',
      'Chips may go unsold.',
      long(LIMITS.abstract),
      ':6 sections[2].paragraphs[1]: abstract has 321 characters; the limit is 320',
    ],
    ['no short title', 'shortTitle: On chips\n', '', ':1 shortTitle: is missing'],
  ])('with %s is refused', (_what, from, to, problem) => {
    expect(problemsWith(from, to)).toEqual([`source.yaml${problem}`]);
  });
});

describe('fieldName', () => {
  it('counts as authors do, from 1', () => {
    expect(fieldName(['statements', 0, 'cite', 'section'])).toBe('statements[1].cite.section');
    expect(fieldName([])).toBe('');
  });
});

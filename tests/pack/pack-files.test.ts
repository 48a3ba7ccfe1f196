import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkExamples, describeProblems, readPack } from '../../scripts/pack-files';
import { authorPack, CARDS, CHIP_YAML, change, MAKER_YAML, PACK_YAML, SOURCE_YAML } from './small-pack';

let folder: string;
const write = (files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-pack-'));
  mkdirSync(join(folder, 'cards'));
  write({ 'pack.yaml': PACK_YAML, 'source.yaml': SOURCE_YAML, ...CARDS });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('readPack', () => {
  it('reads the cards in order of name, and nothing but cards', () => {
    write({ 'cards/notes.txt': 'not a card' });
    const { pack, problems } = readPack(folder);
    expect(problems).toEqual([]);
    expect(pack?.cards.map(({ value }) => value.id)).toEqual(['chip', 'maker']);
  });

  it('tells the problems of all files that cannot be read, and gives no pack', () => {
    write({ 'cards/chip.yaml': 'id: [', 'cards/maker.yaml': change(MAKER_YAML, 'kind: company', 'kind: x') });
    const { pack, problems } = readPack(folder);
    expect(pack).toBeUndefined();
    expect(describeProblems(problems)).toMatch(
      /chip\.yaml:\d+ .*\n(.*\n)*.*maker\.yaml:3 kind: kind must be/,
    );
  });

  it('tells which file a pack lacks', () => {
    rmSync(join(folder, 'source.yaml'));
    const { pack, problems } = readPack(folder);
    expect(pack).toBeUndefined();
    expect(describeProblems(problems)).toMatch(/^[^\n]*source\.yaml:1 is missing$/);
  });

  it('checks files that can be read against each other', () => {
    write({ 'cards/chip.yaml': change(CHIP_YAML, 'card: maker', 'card: baker') });
    const { pack, problems } = readPack(folder);
    expect(pack).toBeDefined();
    expect(describeProblems(problems)).toMatch(/chip\.yaml:21 relations\[1\]\.card: names no card/);
  });
});

describe('checkExamples', () => {
  const check = (from: string, to: string) =>
    describeProblems(checkExamples(authorPack({ 'chip.yaml': change(CHIP_YAML, from, to) })));

  it('finds nothing where sentences link and leave as they say', () => {
    expect(check('fast', 'quick')).toBe('');
  });

  it('names file and line of a sentence that does not link', () => {
    expect(check('Chipium is fast.', 'Chopium is fast.')).toBe(
      'chip.yaml:25 links[1]: does not link, but must: Chopium is fast.',
    );
  });

  it('names file and line of a sentence that links', () => {
    expect(check('The potato was a Chip.', 'A wafer was a Chip.')).toBe(
      'chip.yaml:29 leaves[1]: links, but must not: A wafer was a Chip.',
    );
  });
});

import { describe, expect, it, test } from 'vitest';
import { checkExamples, describeProblems, readPack } from '../../scripts/pack-files';

const { pack, problems } = readPack();

test('the shipped pack has no problems', () => {
  expect(describeProblems(problems)).toBe('');
});

describe('the examples of', () => {
  const cards = pack?.cards ?? [];
  const wrong = pack ? checkExamples(pack) : [];

  it.each(cards.map(({ file, value }) => [value.id, file]))('%s link and leave as they say', (_id, file) => {
    expect(describeProblems(wrong.filter((problem) => problem.file === file))).toBe('');
  });
});

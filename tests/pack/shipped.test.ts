import { describe, expect, it, test } from 'vitest';
import { measureCoverage } from '../../scripts/pack-coverage';
import { checkExamples, describeProblems, readPack } from '../../scripts/pack-files';
import { STANCES } from '../../src/pack/schema';

const { pack, problems } = readPack();
if (!pack) throw new Error(describeProblems(problems));
const cards = pack.cards.map(({ value }) => value);

test('the shipped pack has no problems', () => {
  expect(describeProblems(problems)).toBe('');
});

describe('the examples of', () => {
  const wrong = checkExamples(pack);

  it.each(pack.cards.map(({ file, value }) => [value.id, file]))(
    '%s link and leave as they say',
    (_id, file) => {
      expect(describeProblems(wrong.filter((problem) => problem.file === file))).toBe('');
    },
  );
});

describe('the shipped pack', () => {
  const coverage = measureCoverage(pack);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

  it('cites every paragraph of its source', () => {
    expect(coverage.filter(({ counts }) => sum(counts) === 0)).toEqual([]);
  });

  it.each(STANCES)('has statements of the stance %s', (stance) => {
    expect(sum(coverage.map(({ counts }) => counts[STANCES.indexOf(stance)] ?? 0))).toBeGreaterThan(0);
  });

  it('says each thing once', () => {
    const texts = cards.flatMap(({ statements, definition }) => [
      definition,
      ...statements.map(({ text }) => text),
    ]);
    expect(texts.filter((text, place) => texts.indexOf(text) !== place)).toEqual([]);
  });

  it('gives every card three sentences to leave, where a form of it has another sense', () => {
    const bare = cards.filter(
      ({ aliases, leaves }) => leaves.length < 3 && aliases.some(({ tier }) => tier !== 'alone'),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('ties what the source qualifies to a risk', () => {
    const answered = cards.filter(({ statements }) => statements.some(({ counterpoint }) => counterpoint));
    expect(answered.length).toBeGreaterThan(10);
  });
});

describe('the argument', () => {
  const argument = pack.argument?.value;
  if (!argument) throw new Error('The shipped pack has no argument.');

  it('has nine parts: the opening and the closing paragraph are one', () => {
    expect(argument.parts).toHaveLength(9);
    expect(argument.parts[0]?.sections).toEqual(['lede', 'outlook']);
  });

  it.each([
    ['capital', 3],
    ['flywheel', 3],
    ['costs', 4],
    ['risks', 3],
    ['responses', 3],
    ['directives', 3],
  ])('has the framework %s with its %i points', (id, points) => {
    expect(argument.frameworks.find((framework) => framework.id === id)?.points).toHaveLength(points);
  });

  it('says what each risk undermines', () => {
    const risks = argument.frameworks.find(({ id }) => id === 'risks')?.points ?? [];
    for (const { ties } of risks) expect(ties?.every(({ type }) => type === 'undermines')).toBe(true);
  });
});

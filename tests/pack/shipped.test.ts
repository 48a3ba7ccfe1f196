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

  it('cites every paragraph of its source, and abstracts it', () => {
    expect(coverage).toHaveLength(33);
    expect(coverage.filter(({ counts }) => sum(counts) === 0)).toEqual([]);
    const abstracts = pack.source.value.sections.flatMap(({ paragraphs }) => paragraphs);
    expect(abstracts).toHaveLength(33);
    expect(new Set(abstracts).size).toBe(33);
    expect(abstracts.filter((abstract) => !/^\p{Lu}.*[.”]$/su.test(abstract))).toEqual([]);
  });

  it('is undated, as its source is', () => {
    expect(pack.source.value.published).toBeUndefined();
  });

  it.each(STANCES)('has statements of the stance %s', (stance) => {
    expect(sum(coverage.map(({ counts }) => counts[STANCES.indexOf(stance)] ?? 0))).toBeGreaterThan(0);
  });

  it('has 80 cards, each with a statement that shares no more than two thirds of its words with any other', () => {
    expect(cards).toHaveLength(80);
    const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
    const said = cards.flatMap(({ id, statements }) =>
      statements.map(({ text }) => ({ id, words: wordsOf(text) })),
    );
    const hasOwn = ({ id, words }: (typeof said)[number]) =>
      said.every(
        (other) =>
          other.id === id ||
          [...words].filter((word) => other.words.has(word)).length <= (2 / 3) * words.size,
      );
    const owners = new Set(said.filter(hasOwn).map(({ id }) => id));
    expect(cards.map(({ id }) => id).filter((id) => !owners.has(id))).toEqual([]);
  });

  it('says in a card’s own words what would undo it, each risk on several cards', () => {
    const counts = new Map<string, number>();
    for (const { risk } of cards.flatMap(({ undo = [] }) => undo))
      counts.set(risk, (counts.get(risk) ?? 0) + 1);
    const risks = pack.argument?.value.frameworks.find(({ id }) => id === 'risks')?.points ?? [];
    expect([...counts.keys()].sort()).toEqual(risks.map(({ id }) => id).sort());
    expect(Math.min(...counts.values())).toBeGreaterThan(4);
  });

  it('gives every card three sentences to leave, where a form of it has another sense', () => {
    const bare = cards.filter(
      ({ aliases, leaves }) => leaves.length < 3 && aliases.some(({ tier }) => tier !== 'alone'),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
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

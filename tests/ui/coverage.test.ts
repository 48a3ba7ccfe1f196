import { describe, expect, it } from 'vitest';
import type { ArgumentPart } from '../../src/pack/argument';
import { measureCoverage } from '../../src/ui/coverage';

const part = (id: string, about: string, keyCards: string[], relatedCards: string[] = []): ArgumentPart => ({
  id,
  name: id,
  about,
  sections: [],
  keyCards,
  relatedCards,
});

const PARTS = [
  part('money', 'what the money pays for', ['credits', 'equity']),
  part('chips', 'chips, and who makes them', ['chip'], ['credits']),
  part('trust', 'safety and trust', ['safety']),
];
const statesOf = (...cards: string[]) => measureCoverage(PARTS, cards).parts.map(({ state }) => state);

describe('coverage', () => {
  it('lights the part that a card tells of, and only touches the one it tells of second', () => {
    expect(statesOf('credits')).toEqual(['lit', 'touched', 'dark']);
  });

  it('lights a part that is both told of and touched', () => {
    expect(statesOf('credits', 'chip')).toEqual(['lit', 'lit', 'dark']);
  });

  it('is dark throughout for a page without keyCards cards', () => {
    expect(statesOf()).toEqual(['dark', 'dark', 'dark']);
    expect(statesOf('some-company')).toEqual(['dark', 'dark', 'dark']);
  });

  it('names the cards that made it so', () => {
    expect(measureCoverage(PARTS, ['equity', 'credits']).parts.map(({ cards }) => cards)).toEqual([
      ['credits', 'equity'],
      ['credits'],
      [],
    ]);
  });

  it('says in words what is left out', () => {
    const { leftOut, leftOutWords } = measureCoverage(PARTS, ['equity']);
    expect(leftOut.map(({ id }) => id)).toEqual(['chips', 'trust']);
    expect(leftOutWords).toBe('chips, and who makes them; safety and trust');
    expect(measureCoverage(PARTS, ['equity', 'chip', 'safety']).leftOutWords).toBe('');
  });
});

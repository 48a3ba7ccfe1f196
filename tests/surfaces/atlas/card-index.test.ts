import { describe, expect, it } from 'vitest';
import { cards } from '../../../src/pack/built-in';
import { argument } from '../../../src/pack/built-in-argument';
import { countKinds, filterGroups, groupByPart } from '../../../src/surfaces/atlas/card-index';

const parts = argument?.parts ?? [];
const groups = groupByPart(cards, parts);
const names = (query: string) =>
  filterGroups(groups, { query, kind: undefined }).flatMap((group) => group.cards.map(({ id }) => id));

describe('the list of cards', () => {
  it('has every card once, in the argument’s order', () => {
    const listed = groups.flatMap((group) => group.cards.map(({ id }) => id));
    expect([...listed].sort()).toEqual(cards.map(({ id }) => id).sort());
    expect(groups.map(({ part }) => part?.id)).toEqual(parts.map(({ id }) => id));
  });

  it('has in each part the cards that tell of it, and those first', () => {
    for (const { part, cards: members } of groups) {
      const keyCards = members.map(({ id }) => part?.keyCards.includes(id));
      expect(keyCards.indexOf(false)).not.toBe(0);
      expect(keyCards.lastIndexOf(true)).toBe((part?.keyCards.length ?? 0) - 1);
    }
  });

  it('is searched by name and definition, every word of it', () => {
    expect(names('NEURON')).toContain('neuron-sdk');
    expect(names('neuron tools')).toEqual(['neuron-sdk']);
    expect(names('neuron potato')).toEqual([]);
  });

  it('is narrowed to a kind', () => {
    const chips = filterGroups(groups, { query: '', kind: 'chip' }).flatMap((group) => group.cards);
    expect(chips.every(({ kind }) => kind === 'chip')).toBe(true);
    expect(countKinds(cards)).toContainEqual({ kind: 'chip', count: chips.length });
  });

  it('of a pack without an argument is one group', () => {
    expect(groupByPart(cards, [])).toEqual([{ cards }]);
  });
});

import { describe, expect, it } from 'vitest';
import { cards as shipped } from '../../../src/pack/built-in';
import type { Card } from '../../../src/pack/card';
import { mostRelated, relationsAround } from '../../../src/surfaces/atlas/relations';
import { trainium } from '../../ui/sample-cards';

const cite = { section: 's', paragraph: 1, number: 1, title: 'S', name: 'S' };
const card = (id: string, ...relations: [Card['relations'][number]['type'], string][]): Card => ({
  ...trainium,
  id,
  name: `The ${id}`,
  relations: relations.map(([type, to]) => ({
    type,
    card: to,
    name: `The ${to}`,
    because: `${id} to ${to}`,
    cite,
  })),
});

const cards = [
  card('chip', ['part of', 'maker'], ['competes with', 'rival'], ['competes with', 'other']),
  card('rival', ['competes with', 'chip']),
  card('maker', ['depends on', 'chip'], ['funds', 'rival']),
];

describe('the ties around a card', () => {
  it('are its own by type, the largest group first', () => {
    expect(relationsAround('chip', cards).outgoing).toEqual([
      {
        type: 'competes with',
        cards: [
          { card: 'rival', name: 'The rival', because: 'chip to rival' },
          { card: 'other', name: 'The other', because: 'chip to other' },
        ],
      },
      { type: 'part of', cards: [{ card: 'maker', name: 'The maker', because: 'chip to maker' }] },
    ]);
  });

  it('and those that other cards have to it, under their names', () => {
    expect(relationsAround('chip', cards).incoming).toEqual([
      { type: 'competes with', cards: [{ card: 'rival', name: 'The rival', because: 'rival to chip' }] },
      { type: 'depends on', cards: [{ card: 'maker', name: 'The maker', because: 'maker to chip' }] },
    ]);
  });

  it('are none for a card that nothing speaks of', () => {
    expect(relationsAround('nobody', cards)).toEqual({ outgoing: [], incoming: [] });
  });

  it('meet most in one card', () => {
    expect(mostRelated(cards)).toBe('chip');
    expect(mostRelated([])).toBeUndefined();
  });

  it('of the pack that ships all lead to cards that it has', () => {
    const ids = new Set(shipped.map(({ id }) => id));
    for (const { id } of shipped) {
      const { outgoing, incoming } = relationsAround(id, shipped);
      for (const { cards: tied } of [...outgoing, ...incoming])
        for (const each of tied) expect(ids).toContain(each.card);
    }
  });
});

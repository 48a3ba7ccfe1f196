import { describe, expect, it } from 'vitest';
import { argument as shipped } from '../../src/pack/built-in-argument';
import { compileArgument } from '../../src/pack/compile-argument';
import { ARGUMENT_YAML, authorPack, CARDS, change } from './small-pack';

const compile = (argument?: string) =>
  compileArgument(authorPack(CARDS, argument === undefined ? {} : { argument }));

describe('a pack’s argument', () => {
  it('is compiled with names, and with citations as cards have them', () => {
    const small = compile(ARGUMENT_YAML);
    expect(small).toMatchObject({ source: { shortTitle: 'On chips', author: 'A. Writer' }, language: 'en' });
    expect(small?.frameworks[0]).toMatchObject({ id: 'wheel', lead: 'Turns by', shape: 'cycle' });
    expect(small?.frameworks[0]?.points[0]).toMatchObject({
      transition: 'made things are sold',
      ties: [],
      cite: { section: 'opening', paragraph: 2, number: 1, title: 'How it opens', name: 'Opening' },
    });
    expect(small?.frameworks[0]?.points[1]?.ties).toEqual([
      { type: 'undermines', card: 'maker', name: 'The Maker', because: 'it would earn nothing' },
    ]);
    expect(small?.parties[0]?.holdings).toEqual([
      {
        layer: 'silicon',
        hold: 'owned',
        note: 'made here',
        cards: ['chip'],
        cite: { section: 'opening', paragraph: 2, number: 1, title: 'How it opens', name: 'Opening' },
      },
    ]);
  });

  it('gives a part its sections’ titles', () => {
    expect(compile(ARGUMENT_YAML)?.parts[0]?.sections).toEqual([
      { section: 'opening', number: 1, title: 'How it opens', name: 'Opening' },
      { section: 'ending', number: 2, title: 'How it ends', name: 'Ending' },
    ]);
  });

  it('knows which other parts a card bears on: the first that its statements are from, and its relations', () => {
    const two = change(
      ARGUMENT_YAML,
      '  - { id: all, name: All, sections: [opening, ending], about: chips, keyCards: [chip] }',
      `  - { id: first, name: First, sections: [opening], about: chips, keyCards: [maker] }
  - { id: last, name: Last, sections: [ending], about: sales, keyCards: [chip] }`,
    );
    // Both cards' statements are from the opening, and both's relations from the ending.
    expect(compile(two)?.parts.map(({ relatedCards }) => relatedCards)).toEqual([['chip'], ['maker']]);
  });

  it('may be missing', () => {
    expect(compile()).toBeUndefined();
  });

  it('of the pack that ships covers every section once', () => {
    const numbers = shipped?.parts.flatMap(({ sections }) => sections.map(({ number }) => number)) ?? [];
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1));
  });
});

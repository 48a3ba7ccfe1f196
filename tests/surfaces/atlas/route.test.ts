import { describe, expect, it } from 'vitest';
import { cardHash, paragraphHash, parseRoute, tiesHash } from '../../../src/surfaces/atlas/route';

describe('a place in the atlas', () => {
  it('is an open card, or the relations around one', () => {
    expect(parseRoute(cardHash('neuron-sdk'))).toEqual({ view: 'card', card: 'neuron-sdk' });
    expect(parseRoute(tiesHash('neuron-sdk'))).toEqual({ view: 'ties', card: 'neuron-sdk' });
  });

  it('is none for sections, and for what says nothing', () => {
    const paragraph = paragraphHash({ section: 'capital-triad', paragraph: 2 });
    expect(paragraph).toBe('#paragraph=capital-triad-2');
    const sections = ['#stack', '#ties', '#paragraphs', '#part=thesis', paragraph];
    for (const hash of [...sections, '', '#', '#card', '#card=', '#other=x'])
      expect(parseRoute(hash), hash).toEqual({});
  });

  it('survives a hash that somebody broke', () => {
    expect(parseRoute('#card=%E0%A4%A')).toEqual({ view: 'card', card: '%E0%A4%A' });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPack } from '../../scripts/pack-files';
import { Carried, FormFilter } from '../../src/core/form-filter';
import { loadGazetteer } from '../../src/core/gazetteer';
import { findCandidates } from '../../src/core/match';
import { normalize } from '../../src/core/normalize';
import { compileGazetteer } from '../../src/pack/compile';
import { compileFilter } from '../../src/pack/compile-filter';
import { buildEngine } from './tiny-engine';

const { pack } = readPack();
if (!pack) throw new Error('The shipped pack cannot be read.');
const forms = compileGazetteer(pack);
const gazetteer = loadGazetteer(forms);
const filter = new FormFilter(compileFilter(forms));
const isFound = (text: string) => findCandidates(text, gazetteer).length > 0;

describe('the filter', () => {
  it('lets every example of every card through', () => {
    for (const { value } of pack.cards)
      for (const example of [...value.links, ...value.leaves]) {
        const { text } = normalize(example);
        if (isFound(text)) expect(filter.mayHold(text), text).toBe(true);
      }
  });

  it('lets every form through, however a page writes it', () => {
    const form = fc.constantFrom(...forms.aliases.flatMap(([, , ...written]) => written));
    const gap = fc.constantFrom(' ', '-', '', '\u00A0', '\n  ');
    const around = fc.constantFrom('', 'the ', '(', '‘', '、', 'xy ');
    const ending = fc.constantFrom('', 's', '’s', '.', ' yes', 'である');
    fc.assert(
      fc.property(form, gap, fc.boolean(), around, ending, (written, between, isLoud, before, after) => {
        const text = `${before}${written.replace(/[ -]/, between)}${after}`;
        const shown = isLoud ? text.toUpperCase() : text;
        if (isFound(shown)) expect(filter.mayHold(shown), shown).toBe(true);
      }),
      { numRuns: 20_000, seed: 7 },
    );
  });

  it('stops what holds no form', () => {
    const { filter: small } = buildEngine({ chip: { alone: ['Trainium', 'Neuron SDK', '生成モデル'] } });
    for (const text of [
      '',
      '…',
      'Neuron',
      'SDK',
      'neuron, and SDK',
      'Train',
      'Trainiums2',
      '生成',
      'a b c d',
    ])
      expect(small.mayHold(text), text).toBe(false);
    for (const text of ['Trainium', 'x Trainiums', 'NEURON-SDK', 'neuronsdk', 'Neuron  SDKs', 'の生成モデル'])
      expect(small.mayHold(text), text).toBe(true);
  });

  it('is seldom wrong about words that it does not know', () => {
    const words = Array.from({ length: 100_000 }, (_, i) => `w${(i * 2654435761) % 2 ** 32}x`);
    expect(words.filter((word) => filter.mayHold(word)).length).toBeLessThan(100);
  });
});

describe('a text that comes in pieces', () => {
  const written = forms.aliases.flatMap(([, , ...forms]) => forms);
  const part = fc.oneof(
    fc.constantFrom(...written),
    fc.constantFrom(' ', '-', '. ', 'the', 's', '\u00AD', 'e\u0301', '3.5', '生成', ' '.repeat(50)),
  );

  it('is let through where the whole is', () => {
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        (parts, places) => {
          const text = parts.join('');
          const cuts = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
          const pieces = [0, ...cuts].map((from, i) => text.slice(from, cuts[i] ?? text.length));
          if (!isFound(normalize(text).text)) return;
          found++;
          const carried = new Carried();
          const isLetThrough = pieces.some((piece) => filter.mayHold(piece, carried));
          expect(isLetThrough, JSON.stringify(pieces)).toBe(true);
        },
      ),
      { numRuns: 30_000, seed: 7 },
    );
    expect(found).toBeGreaterThan(10_000);
  });

  it('is stopped where no piece goes on in the next', () => {
    const { filter: small } = buildEngine({ chip: { alone: ['Trainium', 'Neuron SDK', '生成モデル'] } });
    const carried = new Carried();
    const read = (...pieces: string[]) => {
      carried.clear();
      return pieces.some((piece) => small.mayHold(piece, carried));
    };
    expect(read('Neuron is ', 'SDK')).toBe(false);
    expect(read('Train', ' ium')).toBe(false);
    expect(read('生成', 'する')).toBe(false);
    expect(read('Tr', 'ain', 'ium')).toBe(true);
    expect(read('a Neuron ', ' ', 'SDK')).toBe(true);
    expect(read('生', '成', 'モデル')).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPack } from '../../scripts/pack-files';
import { FormFilter } from '../../src/core/form-filter';
import { loadGazetteer } from '../../src/core/gazetteer';
import { findCandidates } from '../../src/core/match';
import { normalize } from '../../src/core/normalize';
import { SEAM } from '../../src/core/tokenize';
import { compileGazetteer } from '../../src/pack/compile';
import { compileFilter } from '../../src/pack/compile-filter';
import { buildEngine } from './tiny-engine';

const { pack } = readPack();
if (!pack) throw new Error('The shipped pack cannot be read.');
const forms = compileGazetteer(pack);
const gazetteer = loadGazetteer(forms);
const filter = new FormFilter(compileFilter(forms.aliases));
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
    const form = fc.constantFrom(...pack.cards.flatMap(({ value }) => value.aliases.map(({ form }) => form)));
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

describe('a text in pieces with seams between them', () => {
  const { filter: small } = buildEngine({
    chip: { alone: ['Trainium', 'Neuron SDK', '生成モデル', 'GPT-3.5'] },
  });
  const seam = String.fromCharCode(SEAM);

  it.each([
    ['Tr|ain|ium'],
    ['a Neuron | |SDK'],
    ['Neuron|-|SDKs'],
    ['Neuron S|DK|s'],
    ['|生|成|モデル'],
    ['GPT|-3|.5'],
    ['GPT-3.|5'],
    ['one|Trainium|two'],
    ['Trai|niums'],
    ['Trai\u00AD|nium'],
  ])('may be one: %s', (text) => {
    expect(small.find(`${text.replaceAll('|', seam)}\n`, 0, false)).not.toBe(-1);
  });

  it.each([
    ['Neuron is |SDK'],
    ['Train| ium'],
    ['生成|する'],
    ['Neuron. |SDK'],
    ['T|r|a|i|n'],
    ['in 2017|. Neuron'],
    ['in 2017|.|'],
  ])('may not: %s', (text) => {
    expect(small.find(`${text.replaceAll('|', seam)}\n`, 0, false)).toBe(-1);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCorrections, type Corrections, formOf, NO_CORRECTIONS } from '../../src/core/corrections';
import { disambiguate } from '../../src/core/disambiguate';
import { readBlock, relatedIn } from '../../src/core/read-block';
import { buildEngine } from './tiny-engine';

const engine = buildEngine({
  anthropic: { alone: ['Anthropic'], related: ['claude'] },
  claude: { withEvidence: ['Claude'], for: ['prompt'], related: ['anthropic'] },
  bedrock: { alone: ['Amazon Bedrock'], withEvidence: ['Bedrock'], for: ['AWS'] },
  studio: { withStrongEvidence: ['Bedrock'], for: ['animation', 'cartoon'] },
  laws: { alone: ['scaling law', 'loi d’échelle'] },
});

/** What is linked in a text of one block, as `surface → card`. */
function links(text: string, changes: Partial<Corrections> = {}): string[] {
  const readings = applyCorrections([{ text, reading: readBlock(text, false, engine) }], {
    ...NO_CORRECTIONS,
    ...changes,
  });
  const [mentions = []] = disambiguate(readings, [], relatedIn(readings, engine));
  return mentions.map(({ start, end, card }) => `${text.slice(start, end)} → ${card}`);
}

it('nothing is corrected where nothing is said', () => {
  expect(NO_CORRECTIONS).toEqual({ wrong: [], never: [], known: [] });
});

describe('a form', () => {
  it.each([
    ['Scaling laws', 'scaling-law'],
    ['SCALING LAW', 'scaling\n    law'],
    ['scal\u00ADing law', 'scaling law'],
    ['ＧＰＵ', 'GPUs'],
    ['loi d’e\u0301chelle', 'Loi d’échelle'],
  ])('%s is the same as %s', (one, other) => expect(formOf(one)).toBe(formOf(other)));

  it('is another where a word or a number is another', () => {
    expect(
      new Set(
        ['Bedrock', 'Amazon Bedrock', 'Claude 3', 'Claude 3.5', 'Claude 35', 'Tesla', 'Tela'].map(formOf),
      ).size,
    ).toBe(7);
  });

  it('keeps an s that is all there is', () => {
    expect(formOf('S')).toBe('s');
    expect(formOf('—')).toBe('');
  });
});

describe('a wrong sense', () => {
  const wrong = [['bedrock', 'bedrock']] as const;

  it('is not linked any more, in any of the form’s writings', () => {
    expect(links('Bedrock on AWS')).toEqual(['Bedrock → bedrock']);
    expect(links('Bedrock on AWS', { wrong })).toEqual([]);
    expect(links('BEDROCK on AWS', { wrong })).toEqual([]);
  });

  it('leaves the form to another sense', () => {
    const text = 'Bedrock on AWS does cartoon animation';
    expect(links(text, { wrong })).toEqual(['Bedrock → studio']);
    expect(links(text, { wrong: [['bedrock', 'studio']] })).toEqual(['Bedrock → bedrock']);
    expect(links(text, { wrong: [...wrong, ['bedrock', 'studio']] })).toEqual([]);
  });

  it('leaves the card to its other forms', () => {
    expect(links('Amazon Bedrock, or Bedrock, on AWS', { wrong })).toEqual(['Amazon Bedrock → bedrock']);
  });

  it('does not come back in a part of the form', () => {
    const longer = [['amazonbedrock', 'bedrock']] as const;
    expect(links('Amazon Bedrock on AWS', { wrong: longer })).toEqual([]);
    expect(links('Amazon Bedrock does cartoon animation', { wrong: longer })).toEqual(['Bedrock → studio']);
    expect(links('Amazon Bedrock, or Bedrock, on AWS', { wrong: longer })).toEqual(['Bedrock → bedrock']);
  });
});

describe('a form that is no term', () => {
  it('is not linked to any card, and neither is a part of it', () => {
    expect(links('Bedrock on AWS does cartoon animation', { never: ['bedrock'] })).toEqual([]);
    expect(links('Amazon Bedrock on AWS', { never: ['amazonbedrock'] })).toEqual([]);
    expect(links('Amazon Bedrock on AWS', { never: ['bedrock'] })).toEqual(['Amazon Bedrock → bedrock']);
  });

  it('speaks for no other sense', () => {
    expect(links('Anthropic, Claude')).toEqual(['Anthropic → anthropic', 'Claude → claude']);
    expect(links('Anthropic, Claude', { never: ['anthropic'] })).toEqual([]);
    expect(links('Anthropic, Claude', { wrong: [['anthropic', 'anthropic']] })).toEqual([]);
  });
});

describe('what is left alone', () => {
  const text = 'Anthropic runs Claude.';
  const block = { text, reading: readBlock(text, false, engine) };

  it('stays the same object', () => {
    expect(applyCorrections([block], NO_CORRECTIONS)[0]).toBe(block.reading);
    expect(applyCorrections([block], { ...NO_CORRECTIONS, never: ['bedrock'] })[0]).toBe(block.reading);
  });

  it('is a term that the reader knows', () => {
    expect(links(text, { known: ['anthropic', 'claude'] })).toHaveLength(2);
  });

  it('keeps the rest of its reading', () => {
    const [corrected] = applyCorrections([block], { ...NO_CORRECTIONS, never: ['claude'] });
    const [anthropic, claude] = block.reading.candidates;
    // The span stays, so that its block is read again when the reader takes that back.
    expect(corrected).toEqual({ ...block.reading, candidates: [anthropic, { ...claude, senses: [] }] });
  });
});

it('takes away only, and the same twice as once', () => {
  const words = fc.constantFrom(
    'Anthropic',
    'Claude',
    'Amazon Bedrock',
    'Bedrock',
    'scaling laws',
    'and',
    ',',
  );
  const forms = fc.constantFrom('anthropic', 'claude', 'amazonbedrock', 'bedrock', 'scalinglaw');
  const cards = fc.constantFrom('anthropic', 'claude', 'bedrock', 'studio', 'laws');
  fc.assert(
    fc.property(
      fc.array(words).map((picked) => picked.join(' ')),
      fc.array(fc.tuple(forms, cards)),
      fc.array(forms),
      (text, wrong, never) => {
        const reading = readBlock(text, false, engine);
        const corrections = { ...NO_CORRECTIONS, wrong, never };
        const [once] = applyCorrections([{ text, reading }], corrections);
        if (!once) throw new Error('A reading was lost.');
        for (const { start, end, senses } of once.candidates) {
          const before = reading.candidates.find((each) => each.start === start && each.end === end);
          for (const sense of senses) expect(before?.senses).toContain(sense);
          const form = formOf(text.slice(start, end));
          if (senses.length > 0) expect(never).not.toContain(form);
          for (const { card } of senses) expect(wrong).not.toContainEqual([form, card]);
        }
        expect(applyCorrections([{ text, reading: once }], corrections)).toEqual([once]);
      },
    ),
  );
});

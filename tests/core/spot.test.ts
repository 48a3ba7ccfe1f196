import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../src/core/normalize';
import { keyOf } from '../../src/core/tokenize';
import { buildEngine, type TinyCard } from './tiny-engine';

const cards: Record<string, TinyCard> = {
  trainium: { alone: ['Trainium', 'AWS Trainium', 'トレイニウム'] },
  'neuron-sdk': { alone: ['Neuron', 'Neuron SDK', 'SDK Trainium Guide'] },
  bedrock: { withEvidence: ['Bedrock'], for: ['AWS'], against: ['granite'] },
  'scaling-law': { alone: ['scaling law'] },
  sonnet: { alone: ['Sonnet 4.5'] },
};
const engine = buildEngine(cards, ['inference']);

describe('spot', () => {
  it('counts from the start of the whole text', () => {
    const text = 'One.\n\n\nTwo: Trainium.\n \t\nThree: Trainium.';
    expect(engine.spot(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Trainium',
      'Trainium',
    ]);
  });

  it('covers what the page wrote, invisible characters inside the term included', () => {
    const text = 'the \u200BTrain\u00ADium\u200B chip';
    expect(engine.links(text)).toEqual(['Train\u00ADium → trainium']);
  });

  it.each([
    ['a blank line', '\n\n'],
    ['a line of blanks', '\n \t\n'],
    ['a blank line as Windows writes it', '\r\n\r\n'],
  ])('reads blocks apart that %s separates', (_what, gap) => {
    expect(engine.links(`Bedrock${gap}AWS`)).toEqual([]);
    expect(engine.links(`Trainium${gap}Bedrock on AWS`)).toHaveLength(2);
  });

  it('reads the lines of one block together', () => {
    expect(engine.links('Bedrock\nAWS')).toEqual(['Bedrock → bedrock']);
  });

  it('keeps the longest of mentions that overlap', () => {
    expect(engine.links('AWS Trainium')).toEqual(['AWS Trainium → trainium']);
    expect(engine.links('Neuron SDK Trainium Guide')).toEqual(['SDK Trainium Guide → neuron-sdk']);
  });

  it('finds nothing in nothing', () => {
    for (const text of ['', ' ', '\n\n\n', '.', '\uFEFF']) expect(engine.spot(text)).toEqual([]);
  });
});

const forms = Object.values(cards).flatMap(({ alone = [], withEvidence = [] }) => [
  ...alone,
  ...withEvidence,
]);
const fragment = fc.oneof(
  fc.constantFrom(...forms, 'AWS', 'inference', 'granite', '’s', 's', ' ', ' ', '\n\n', '-', '.', '(', '/'),
  fc.constantFrom(...'\u00AD \u200B e\u0301 カ\u3099 ﬁ Ａ ﾄ'.split(' ')),
  fc.constantFrom('\uD83D', '\uDE00', '😀'),
);
const text = fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join(''));
const codeUnits = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));

describe('whatever the text, each mention', () => {
  it('is a form of its card', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { start, end, card } of engine.spot(source)) {
          const { alone = [], withEvidence = [] } = cards[card] ?? {};
          const keys = [...alone, ...withEvidence].flatMap((form) => [keyOf(form), keyOf(`${form}s`)]);
          expect(keys).toContain(keyOf(normalize(source.slice(start, end)).text));
        }
      }),
    );
  });

  it('starts behind the end of the one before', () => {
    fc.assert(
      fc.property(fc.oneof(text, codeUnits), (source) => {
        let end = 0;
        for (const mention of engine.spot(source)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          end = mention.end;
        }
        expect(end).toBeLessThanOrEqual(source.length);
      }),
    );
  });

  it('stays a mention with other text around its block', () => {
    fc.assert(
      fc.property(codeUnits, (noise) => {
        const around = noise.replace(/\s+/g, ' ');
        expect(engine.links(`${around}\n\nthe Trainium chip\n\n${around}`)).toContain('Trainium → trainium');
      }),
    );
  });
});

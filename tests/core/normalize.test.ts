import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../src/core/normalize';

describe('normalize', () => {
  it.each([
    ['soft hyphens', 'Train\u00ADi\u00ADum', 'Trainium'],
    ['zero-width characters and direction marks', '\uFEFFBed\u200Brock\u2060 \u200EAPI\u200F', 'Bedrock API'],
    ['composed accents', 'modèle', 'modèle'],
    ['decomposed accents', 'mode\u0300le', 'modèle'],
    ['full-width letters and digits', 'ＧＰＴ－４', 'GPT-4'],
    ['half-width katakana with their sound marks', 'ﾍﾞﾄﾞﾛｯｸ', 'ベドロック'],
    ['decomposed katakana', 'ヘ\u3099ト\u3099ロック', 'ベドロック'],
    ['ligatures', 'ﬁne-tuning', 'fine-tuning'],
  ])('makes %s regular', (_what, source, regular) => {
    expect(normalize(source).text).toBe(regular);
  });

  it('leaves what readers tell apart', () => {
    for (const text of ['Bedrock’s “API”', 'x² + y²', 'Claude\u00A0Code', 'ﷺ', '😀 GPT-4'])
      expect(normalize(text).text).toBe(text);
  });

  it('leads a span back over what it dropped, but takes nothing in from outside', () => {
    const { sourceStart, sourceEnd } = normalize('\u200BTrain\u00ADium\u200B!');
    expect([sourceStart(0), sourceEnd(8)]).toEqual([1, 10]);
  });

  it('leads every part of a ligature back to the whole of it', () => {
    const { sourceStart, sourceEnd } = normalize('ﬁne');
    expect([sourceStart(1), sourceEnd(1), sourceEnd(4)]).toEqual([0, 1, 3]);
  });
});

const irregular = fc.constantFrom(
  ...[
    '\u00AD',
    '\u200B',
    '\u200D',
    '\uFE0F',
    '\u0301',
    '\u0323',
    '\u3099',
    'ﬃ',
    'Ａ',
    'ｶ',
    'ﾞ',
    'e',
    'か',
    ' ',
  ],
);
const source = fc
  .array(fc.oneof(irregular, fc.string({ unit: 'binary', maxLength: 3 }), fc.constant('\uD83D')))
  .map((pieces) => pieces.join(''));

describe('the way back from normalized text', () => {
  it('is a slice of the source that means the same', () => {
    fc.assert(
      fc.property(source, fc.nat(), fc.nat(), (text, one, other) => {
        const regular = normalize(text);
        // Only whole characters of the source can be cut out of it.
        const isEdge = (at: number) => at === 0 || regular.sourceStart(at) > regular.sourceStart(at - 1);
        const edges = [...Array(regular.text.length + 1).keys()].filter(isEdge);
        const [from = 0, to = 0] = [edges[one % edges.length] ?? 0, edges[other % edges.length] ?? 0].sort(
          (a, b) => a - b,
        );
        fc.pre(from < to);
        const slice = text.slice(regular.sourceStart(from), regular.sourceEnd(to));
        expect(normalize(slice).text).toBe(regular.text.slice(from, to));
      }),
    );
  });

  it('never runs backwards or out of the source', () => {
    fc.assert(
      fc.property(source, (text) => {
        const { text: regular, sourceStart, sourceEnd } = normalize(text);
        for (let at = 0; at < regular.length; at++) {
          expect(sourceStart(at)).toBeLessThan(sourceEnd(at + 1));
          expect(sourceStart(at)).toBeLessThanOrEqual(sourceStart(at + 1));
          expect(sourceEnd(at + 1)).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

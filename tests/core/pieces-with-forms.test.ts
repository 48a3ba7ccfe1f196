import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesWithForms } from '../../src/core/pieces-with-forms';
import { SEAM_CHARACTER as seam } from '../../src/core/tokenize';
import { buildEngine } from './tiny-engine';

const engine = buildEngine({
  chip: { alone: ['Trainium', 'Neuron SDK', '生成モデル', 'GPT-3.5', 'café chip'] },
});
const siftPieces = (...pieces: string[]) =>
  piecesWithForms(pieces.map((piece) => piece + seam).join(''), engine.filter);

describe('a text in pieces', () => {
  it.each([
    ['in the piece that holds it', ['one', 'a Trainium chip', 'two'], [1]],
    ['in each piece that holds one', ['Trainium', 'two', 'Trainium'], [0, 2]],
    ['in the piece that it begins in', ['one', 'Neu', 'ron', ' SDK'], [1]],
    ['through a soft hyphen at a seam', ['Trai\u00AD', 'nium'], [0]],
    ['with an accent of its own', ['a', 'cafe\u0301 chip'], [1]],
    ['behind a piece without a word', ['…', ' ', 'Trainium'], [2]],
    ['nowhere', ['one', 'Train', ' ium', 'cafe\u0301'], []],
    ['nowhere where there is nothing', [], []],
  ])('may hold a form %s', (_, pieces, named) => {
    expect(siftPieces(...pieces)).toEqual(named);
  });

  it('names a piece of every form, whether or not words go on at seams', () => {
    const word = fc.constantFrom(
      'Trainium',
      'Neuron',
      ' SDK',
      'GPT',
      '-3',
      '.5',
      '生成',
      'モデル',
      'a ',
      '.',
      's',
    );
    const invisible = fc.constantFrom(
      '\u00AD',
      'cafe',
      '\u0301',
      ' chip',
      'é',
      'ium',
      'Train',
      ' ',
      '\u00A0',
    );
    const piece = fc.array(fc.oneof(word, invisible), { maxLength: 3 }).map((words) => words.join(''));
    const between = fc.constantFrom('', ' ');
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, between), { maxLength: 6 }), (parts) => {
        const named = siftPieces(...parts.map(([text]) => text));
        let whole = '';
        const starts = parts.map(([text, gap]) => {
          const start = whole.length;
          whole += text + gap;
          return start;
        });
        const pieceAt = (at: number) => starts.findLastIndex((from) => from <= at);
        for (const { start, end } of engine.spot(whole)) {
          const isNamed = named.some((piece) => piece >= pieceAt(start) && piece <= pieceAt(end - 1));
          expect(isNamed, JSON.stringify(parts)).toBe(true);
        }
      }),
      { numRuns: 20_000, seed: 7 },
    );
  });
});

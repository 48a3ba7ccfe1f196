import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIrregular } from '../../src/core/normalize';
import { foldCode, foldRaw, IRREGULAR, keyOf, SEPARATOR, tokenEnd, tokenKeys } from '../../src/core/tokenize';

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (let at = 0; at < text.length; ) {
    const isWord = foldCode(text.charCodeAt(at)) !== SEPARATOR;
    const end = isWord ? tokenEnd(text, at) : at + 1;
    if (isWord) tokens.push(text.slice(at, end));
    at = end;
  }
  return tokens;
}

describe('tokens', () => {
  it.each([
    ['The Neuron SDK, at last.', ['The', 'Neuron', 'SDK', 'at', 'last']],
    ['Sonnet 4.5 and 4.', ['Sonnet', '4.5', 'and', '4']],
    ['künstliche Größe', ['künstliche', 'Größe']],
    ['AWSのトレイニウムを使う', ['AWS', 'の', 'トレイニウム', 'を', '使', 'う']],
    ['데이터 센터의', ['데이터', '센터의']],
    ['snake_case', ['snake', 'case']],
  ])('of “%s” are its words', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });

  it('hold word characters and decimal points only, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, place) => {
        const at = place % (text.length + 1);
        fc.pre(at < text.length && foldCode(text.charCodeAt(at)) !== SEPARATOR);
        const token = text.slice(at, tokenEnd(text, at));
        expect(token).toMatch(/^(?:[\p{L}\p{N}\p{M}_]|(?<=\d)\.(?=\d))+$/u);
      }),
    );
  });
});

describe('the key of a form', () => {
  it('is one for all ways to space, hyphenate and capitalise it', () => {
    const variants = ['GPT-4', 'GPT 4', 'gpt4', 'GPT‑4', 'GPT – 4'];
    expect(new Set(variants.map(keyOf))).toEqual(new Set(['gpt4']));
  });

  it('keeps a decimal point, and no other', () => {
    expect(keyOf('Sonnet 4.5')).not.toBe(keyOf('Sonnet 45'));
    expect(keyOf('U.S. cloud')).toBe(keyOf('US cloud'));
  });

  it('is that of its tokens in a row', () => {
    expect(tokenKeys('Neuron SDK')).toEqual(['neuron', 'sdk']);
    expect(tokenKeys('OpenAI')).toEqual(['openai']);
    expect(tokenKeys('生成AI')).toEqual(['生', '成', 'ai']);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aB4. -’é生'.split('')) }), (form) => {
        expect(tokenKeys(form).join('')).toBe(keyOf(form));
        expect(tokenKeys(form)).not.toContain('');
      }),
    );
  });
});

it('a code unit belongs to a word where Unicode has it as letter, number or mark, and is folded to lower case', () => {
  for (let code = 0; code <= 0xffff; code++) {
    const character = String.fromCharCode(code);
    const isWord = /[\p{L}\p{N}\p{M}]/u.test(character);
    const folded = isWord ? character.toLowerCase().charCodeAt(0) : SEPARATOR;
    // Marks of sentences that normalizing changes part words as they are.
    const isRaw = isIrregular(code) && !'！（），：；？'.includes(character);
    if (foldRaw(code) !== (isRaw ? IRREGULAR : folded)) expect.fail(`U+${code.toString(16)}`);
  }
});

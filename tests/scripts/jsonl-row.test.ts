import { describe, expect, it } from 'vitest';
import { parseRow } from '../../scripts/jsonl-row';

describe('a line of JSON Lines', () => {
  it('gives its text with what is known of the page', () => {
    expect(parseRow('{"id": 7, "text": "Trainium", "title": "Chips", "url": "https://x.example/"}')).toEqual({
      id: 7,
      text: 'Trainium',
      title: 'Chips',
      url: 'https://x.example/',
    });
  });

  it('may leave out what is not known, or say null, and may say more', () => {
    const line = '{"id": "a", "text": "", "title": null, "lang": null, "kind": "negative", "mentions": []}';
    expect(parseRow(line)).toEqual({ id: 'a', text: '', title: undefined, url: undefined });
  });

  it.each([
    ['{"id": 1, "text": ', /^is not JSON \(/],
    ['[]', /"id"/],
    ['"text"', /^is not a JSON object$/],
    ['null', /^is not a JSON object$/],
    ['{"text": "x"}', /"id"/],
    ['{"id": 1}', /"text"/],
    ['{"id": 1, "text": 2}', /^needs a "text"$/],
    ['{"id": {}, "text": "x"}', /^needs an "id" that is text or a number$/],
    ['{"id": 1, "text": "x", "title": 3}', /^has a "title" that is not text$/],
    ['{"id": 1, "text": "x", "url": []}', /^has a "url" that is not text$/],
  ])('is refused with the reason: %s', (line, reason) => {
    expect(parseRow(line)).toMatch(reason);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOver } from '../../../src/frame/reader/carry-over';

const mention = (start: number, end: number) => ({
  start,
  end,
  card: 'trainium',
  tier: 0 as const,
  score: 2,
  evidence: [],
});

describe('carrying mentions over a change', () => {
  it('keeps those before and behind it, in their words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, old, fresh, tail) => {
        const block = { text: `${head}Trainium${old}Trainium${tail}` };
        const text = `${head}Trainium${fresh}Trainium${tail}`;
        const first = mention(head.length, head.length + 8);
        const last = mention(first.end + old.length, first.end + old.length + 8);
        const kept = carryOver({ block, mentions: [first, last] }, text);
        expect(kept.length).toBeGreaterThanOrEqual(1);
        for (const { start, end } of kept) expect(text.slice(start, end)).toBe('Trainium');
      }),
    );
  });

  it.each([
    ['between them', 'Trainium or Inferentia', [0, 12]],
    ['in front of them', 'Well, Trainium and Inferentia', [6, 19]],
    ['behind them', 'Trainium and Inferentia now', [0, 13]],
    ['nowhere', 'Trainium and Inferentia', [0, 13]],
    ['in the place of the first', 'It, and Inferentia', [8]],
    ['in the place of the second', 'Trainium and more', [0]],
    ['in its place, with more', 'Trainium and everything else', [0]],
  ])('keeps what a change leaves: %s', (_where, text, starts) => {
    const block = { text: 'Trainium and Inferentia' };
    const kept = carryOver({ block, mentions: [mention(0, 8), mention(13, 23)] }, text);
    expect(kept.map(({ start }) => start)).toEqual(starts);
    for (const { start, end } of kept) expect(text.slice(start, end)).toMatch(/^(Trainium|Inferentia)$/);
  });

  it('takes no text for two mentions: one of two alike that went is lost', () => {
    const block = { text: 'Trainium Trainium' };
    expect(carryOver({ block, mentions: [mention(0, 8), mention(9, 17)] }, 'Trainium')).toEqual([
      mention(0, 8),
    ]);
  });

  it('drops what the change touched', () => {
    const block = { text: 'A Trainium chip' };
    expect(carryOver({ block, mentions: [mention(2, 10)] }, 'A Training day')).toEqual([]);
  });
});

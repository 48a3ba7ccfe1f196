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

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAX_PINNED, topOf } from '../../src/card/machine';
import type { CardEvent } from '../../src/page/card-script';
import { CardClock } from './card-clock';

// Two mentions do most of the work, so that the same one is met again; four are needed to pin too many.
const mention = fc.constantFrom(1, 1, 1, 2, 2, 2, 3, 4);
const at = 0;
const moved = fc.record({
  type: fc.constant('moved' as const),
  mention: fc.option(mention, { freq: 4 }),
  isInside: fc.constantFrom(false, false, true),
  speed: fc.constantFrom(0, 0, 2),
  at: fc.constant(at),
});
const clicked = fc.record({ type: fc.constant('pinned' as const), mention });
const rare: fc.Arbitrary<CardEvent> = fc.oneof(
  fc.record({ type: fc.constant('opened' as const), mention, takesFocus: fc.boolean() }),
  fc.record({ type: fc.constant('expanded' as const), mention }),
  fc.record({ type: fc.constant('stepped' as const), from: mention, to: mention }),
  fc.record({ type: fc.constant('closed' as const), mention, at: fc.constant(at) }),
  fc.constant({ type: 'escaped' as const, at }),
  // A wait that was replaced long ago ends.
  fc.record({ type: fc.constant('elapsed' as const), token: fc.nat(5), at: fc.constant(at) }),
);
const event: fc.Arbitrary<CardEvent> = fc.oneof(
  { weight: 4, arbitrary: moved },
  { weight: 2, arbitrary: clicked },
  { weight: 1, arbitrary: rare },
);
const step = fc.oneof(
  { weight: 6, arbitrary: event },
  { weight: 4, arbitrary: fc.constantFrom(50, 100, 400, 400) },
  { weight: 1, arbitrary: fc.uniqueArray(mention, { maxLength: 3 }) },
);

/** The mention that an event leads to. */
function mentionIn(happened: CardEvent): number | null {
  if ('to' in happened) return happened.to;
  return 'mention' in happened ? happened.mention : null;
}

it('whatever happens, cards keep in order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const cards = new CardClock();
      let alive: readonly number[] = [1, 2, 3, 4];
      for (const each of steps) {
        const { token } = cards.state;
        if (typeof each === 'number') cards.pass(each);
        else if (Array.isArray(each)) {
          alive = each;
          cards.keepOnly(...alive);
        } else if (mentionIn(each) === null || alive.includes(mentionIn(each) ?? 0)) cards.send(each);

        expect(cards.state.token).toBeGreaterThanOrEqual(token);
        expect(cards.pinned.length).toBeLessThanOrEqual(MAX_PINNED);
        expect(new Set(cards.pinned).size).toBe(cards.pinned.length);
        if (cards.open !== undefined) expect(cards.pinned).not.toContain(cards.open);
        for (const shown of [...cards.pinned, cards.open ?? alive[0]])
          if (shown !== undefined) expect(alive).toContain(shown);
      }
    }),
    { numRuns: 5000 },
  );
});

it('after any happenings, Escape closes card after card, and the pointer opens one again', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), (events) => {
      const cards = new CardClock();
      for (const each of events) cards.send(each);
      for (let presses = 0; presses <= MAX_PINNED; presses++) cards.escape();
      expect(topOf(cards.state)).toBeUndefined();
      cards.move(null);
      cards.move(1);
      cards.pass(400);
      expect(cards.open).toBe(1);
    }),
  );
});

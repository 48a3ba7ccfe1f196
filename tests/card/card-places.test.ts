// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { CardPlaces } from '../../src/card/card-places';

describe('the slots of cards', () => {
  test('a card keeps its slot while it steps, and another card at the mention that it left has its own', () => {
    const places = new CardPlaces();
    const slot = places.slotOf(1);
    places.step(1, 2);
    places.step(2, 3);
    expect(places.slotOf(3)).toBe(slot);
    expect(new Set([places.slotOf(1), places.slotOf(2), places.slotOf(3)]).size).toBe(3);
  });

  test('a card that is open keeps its slot when those that are closed are forgotten', () => {
    const places = new CardPlaces();
    const slots = [places.slotOf(1), places.slotOf(2)];
    places.keepOnly((key) => key === 2);
    expect(places.slotOf(2)).toBe(slots[1]);
    expect(slots).not.toContain(places.slotOf(1));
  });
});

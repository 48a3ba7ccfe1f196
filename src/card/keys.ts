import type { Cards } from './cards';

/**
 * Does what a key does while cards or the keyboard's ring are there: Escape closes the top card, or else the ring; Enter
 * opens the card of the term in the ring.
 * @param event a trusted keydown event; it is swallowed where it is acted on
 * @param isEditing whether the reader types into a field or an editor
 * @returns whether the key was the cards' own
 */
export function handleKey(cards: Cards, event: KeyboardEvent, isEditing: boolean): boolean {
  const { isAnyOpen, ring } = cards;
  if (event.key === 'Escape' && (isAnyOpen || ring)) {
    swallow(event);
    if (isAnyOpen) cards.send({ type: 'escaped', at: performance.now() });
    else void cards.setRing(undefined);
    return true;
  }
  if (cards.isTarget(event)) return true;
  if (isEditing || !ring) return false;
  // The focus goes on to a link or a field, and Enter with it.
  if (event.key === 'Tab') void cards.setRing(undefined);
  if (event.key !== 'Enter' || hasModifier(event) || ring.key === cards.shown.open) return false;
  swallow(event);
  cards.send({ type: 'opened', mention: ring.key, takesFocus: true });
  return true;
}

/**
 * Closes the card that is open, the top one of several; without one opens the card of the term in the ring.
 * @returns whether there was a card or a ring
 */
export function openOrClose(cards: Cards): boolean {
  const { isAnyOpen, ring } = cards;
  const isRingOpen = ring !== undefined && cards.shown.pinned.includes(ring.key);
  if (ring && cards.shown.open === undefined && !isRingOpen)
    cards.send({ type: 'opened', mention: ring.key, takesFocus: true });
  else if (isAnyOpen) cards.send({ type: 'escaped', at: performance.now() });
  return isAnyOpen || ring !== undefined;
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

const hasModifier = (event: KeyboardEvent) =>
  event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;

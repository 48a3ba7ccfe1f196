import type { Cards } from './cards';

/**
 * Handles a key while cards or the keyboard's ring are shown: Escape closes what is open in the top card, the
 * card, or the ring; Enter opens the card of the term in the ring.
 * @param event a trusted `keydown`; it is cancelled and stopped if it is handled
 * @param isEditing whether the reader is typing into a field or an editor
 * @returns whether the key was meant for the cards
 */
export function handleKey(cards: Cards, event: KeyboardEvent, isEditing: boolean): boolean {
  const { isAnyOpen, ring } = cards;
  if (event.key === 'Escape' && (isAnyOpen || ring)) {
    swallow(event);
    if (isAnyOpen && cards.handleEscape(event)) return true;
    if (isAnyOpen) cards.send({ type: 'escaped', at: performance.now() });
    else void cards.setRing(undefined);
    return true;
  }
  if (cards.isTarget(event)) return true;
  if (isEditing || !ring) return false;
  // The focus moves to a link or a field, which Enter is for then.
  if (event.key === 'Tab') void cards.setRing(undefined);
  if (event.key !== 'Enter' || hasModifier(event) || ring.key === cards.shown.open) return false;
  swallow(event);
  cards.send({ type: 'opened', mention: ring.key, takesFocus: true });
  return true;
}

/**
 * Opens the card of the term in the ring; if it is open, or there is no ring, closes the top card.
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

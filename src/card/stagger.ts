/** A card that stands on the page, in viewport pixels. */
export interface PlacedHead {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** How high its head is. */
  readonly head: number;
}

/**
 * How far a card has to move from its line so that neither its own head nor an earlier card's is hidden, where cards
 * that begin further down lie on top.
 * @param direction 1 where the card stands below its line, -1 where it stands above
 * @returns pixels, downwards where above 0
 */
export function staggerOffset(card: PlacedHead, earlier: readonly PlacedHead[], direction: 1 | -1): number {
  let { top } = card;
  const isInTheWay = (other: PlacedHead) =>
    other.left < card.right &&
    card.left < other.right &&
    other.top < top + card.head &&
    top < other.top + other.head;
  for (let found = earlier.find(isInTheWay); found; found = earlier.find(isInTheWay))
    top = direction === 1 ? found.top + found.head : found.top - card.head;
  return top - card.top;
}

/** The head of a placed card, in viewport pixels. */
export interface PlacedHead {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** The head's height. */
  readonly head: number;
}

/**
 * How far a card has to move away from its line so that neither its own head nor an earlier card's is covered. Cards that
 * start further down are on top.
 * @param direction 1 for a card below its line, -1 for one above
 * @returns pixels, positive downwards
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

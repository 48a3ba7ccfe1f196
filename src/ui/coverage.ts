import type { ArgumentPart } from '../pack/argument';

/** `lit`: a card that tells of the part is on the page; `touched`: one that tells of it second; `dark`: neither. */
export type PartState = 'lit' | 'touched' | 'dark';

/** A part of the argument as a page covers it. */
export interface PartCoverage {
  readonly part: ArgumentPart;
  readonly state: PartState;
  /** Ids of the page's cards that make it so. */
  readonly cards: readonly string[];
}

/** How much of the argument a page touches. */
export interface Coverage {
  /** All parts, in the argument's order. */
  readonly parts: readonly PartCoverage[];
  /** The dark ones. */
  readonly leftOut: readonly ArgumentPart[];
  /** What the page says nothing on, in the pack's words; empty where nothing is left out. */
  readonly leftOutWords: string;
}

/**
 * Measures which parts of an argument a page touches. Pure.
 * @param parts the argument's parts
 * @param onPage ids of the cards that the page mentions, in any order
 * @returns the state of each part, and what is left out
 */
export function measureCoverage(parts: readonly ArgumentPart[], onPage: Iterable<string>): Coverage {
  const mentioned = new Set(onPage);
  const covered = parts.map((part): PartCoverage => {
    const keyCards = part.keyCards.filter((card) => mentioned.has(card));
    if (keyCards.length > 0) return { part, state: 'lit', cards: keyCards };
    const relatedCards = part.relatedCards.filter((card) => mentioned.has(card));
    return { part, state: relatedCards.length > 0 ? 'touched' : 'dark', cards: relatedCards };
  });
  const leftOut = covered.filter(({ state }) => state === 'dark').map(({ part }) => part);
  // The words have commas of their own.
  return { parts: covered, leftOut, leftOutWords: leftOut.map(({ about }) => about).join('; ') };
}

import type { ArgumentPart } from '../pack/argument';

/** `lit`: the page mentions a key card of the part; `touched`: only a related card; `dark`: neither. */
export type PartState = 'lit' | 'touched' | 'dark';

/** A part of the argument as a page covers it. */
export interface PartCoverage {
  readonly part: ArgumentPart;
  readonly state: PartState;
  /** Ids of the page's cards that determine the state. */
  readonly cards: readonly string[];
}

/** How much of the argument a page covers. */
export interface Coverage {
  /** All parts, in the argument's order. */
  readonly parts: readonly PartCoverage[];
  /** The dark ones. */
  readonly leftOut: readonly ArgumentPart[];
  /** The subjects of the dark parts, in the pack's language; empty where there are none. */
  readonly leftOutWords: string;
}

/**
 * Measures which parts of an argument a page covers.
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
  // Semicolons: the texts contain commas.
  return { parts: covered, leftOut, leftOutWords: leftOut.map(({ about }) => about).join('; ') };
}

import type { HOLDS, SHAPES, TIE_TYPES } from './argument-schema';
import type { Citation, Source } from './card';
import type { Layer, Stance } from './schema';

export type TieType = (typeof TIE_TYPES)[number];
export type Hold = (typeof HOLDS)[number];
export type Shape = (typeof SHAPES)[number];

/** A tie from a point to a card, read as "point type card". */
export interface Tie {
  readonly type: TieType;
  readonly card: string;
  /** The card's name. */
  readonly name: string;
  readonly because: string;
}

/** One step of the argument. */
export interface Point {
  readonly name: string;
  readonly stance: Stance;
  readonly text: string;
  readonly cite: Citation;
  /** Ids of the cards about it, the most specific first. */
  readonly cards: readonly string[];
  readonly ties: readonly Tie[];
  /** In a cycle: how the point leads to the next. */
  readonly transition?: string;
}

/** A group of points, unconnected (`row`) or each leading to the next, and the last to the first (`cycle`). */
export interface Framework {
  readonly id: string;
  readonly name: string;
  /** How it relates to the thesis, as a heading. */
  readonly lead: string;
  readonly shape: Shape;
  readonly points: readonly Point[];
}

/** Sections of the source, as the unit of coverage. Every section is in one part. */
export interface ArgumentPart {
  readonly id: string;
  readonly name: string;
  /** The subject of the part, which a page may leave out. */
  readonly about: string;
  readonly sections: readonly Omit<Citation, 'paragraph'>[];
  /** Ids of the cards whose mention means that a page is about this part. A card is a key card of one part at most. */
  readonly keyCards: readonly string[];
  /** Ids of key cards of another part whose first statement, or first relation, outside that part is from this one. */
  readonly relatedCards: readonly string[];
}

/** A layer of the stack, and the question that it answers. */
export interface StackLayer {
  readonly layer: Layer;
  readonly name: string;
  readonly question: string;
}

/** What a party has at a layer; without `hold` it neither owns nor rents the layer, and `note` explains why. */
export interface Holding {
  readonly layer: Layer;
  readonly hold?: Hold;
  readonly note: string;
  readonly cards: readonly string[];
  readonly cite: Citation;
}

/** A party and its layers; the source says nothing about layers without a holding. */
export interface StackParty {
  readonly name: string;
  readonly cards: readonly string[];
  readonly holdings: readonly Holding[];
}

/** The source's argument, compiled for the surfaces. All strings are plain text. */
export interface Argument {
  readonly source: Source;
  /** BCP 47 tag of the pack's own language. */
  readonly language: string;
  readonly thesis: Point;
  readonly parts: readonly ArgumentPart[];
  readonly frameworks: readonly Framework[];
  /** From the ground up. */
  readonly layers: readonly StackLayer[];
  readonly parties: readonly StackParty[];
}

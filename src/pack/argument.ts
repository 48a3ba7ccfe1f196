import type { HOLDS, SHAPES, TIE_TYPES } from './argument-schema';
import type { Citation } from './card';
import type { Layer, Stance } from './schema';

export type TieType = (typeof TIE_TYPES)[number];
export type Hold = (typeof HOLDS)[number];
export type Shape = (typeof SHAPES)[number];

/** What ties a point to a card, read as "this point, type, that card". */
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
  /** Ids of the cards that tell of it, the nearest first. */
  readonly cards: readonly string[];
  readonly ties: readonly Tie[];
  /** In a cycle: how it leads to the next point. */
  readonly transition?: string;
}

/** Points that belong together: side by side (`row`), or each leading to the next and the last to the first (`cycle`). */
export interface Framework {
  readonly id: string;
  readonly name: string;
  /** How it stands to the thesis, as a heading. */
  readonly lead: string;
  readonly shape: Shape;
  readonly points: readonly Point[];
}

/** A stretch of the source, as coverage counts it. Every section is in one part. */
export interface ArgumentPart {
  readonly id: string;
  readonly name: string;
  /** What a page that leaves it out says nothing on. */
  readonly about: string;
  readonly sections: readonly Omit<Citation, 'paragraph'>[];
  /** Ids of the cards whose presence on a page means that the page is about this part; each tells of one part. */
  readonly keyCards: readonly string[];
  /** Ids of cards that tell of another part, and of this one second. */
  readonly relatedCards: readonly string[];
}

/** What is asked at a layer of the stack. */
export interface StackLayer {
  readonly layer: Layer;
  readonly name: string;
  readonly question: string;
}

/** What a party has at a layer; without `hold` it neither owns nor rents, and `note` says what it has instead. */
export interface Holding {
  readonly layer: Layer;
  readonly hold?: Hold;
  readonly note: string;
  readonly cards: readonly string[];
  readonly cite: Citation;
}

/** A party across the layers; where it has no holding, the source says nothing. */
export interface StackParty {
  readonly name: string;
  readonly cards: readonly string[];
  readonly holdings: readonly Holding[];
}

/** The source's argument as every surface draws it. All fields are plain text. */
export interface Argument {
  /** The source's title and author. */
  readonly title: string;
  readonly author: string;
  /** BCP 47 tag of the pack's own language. */
  readonly language: string;
  readonly thesis: Point;
  readonly parts: readonly ArgumentPart[];
  readonly frameworks: readonly Framework[];
  /** From the ground up. */
  readonly layers: readonly StackLayer[];
  readonly parties: readonly StackParty[];
}

import type { Quantity } from '../core/figures';
import type { Kind, Layer, RelationType, Stance } from './schema';

/** A citation of the source. `number` of the section and `paragraph` within it count from 1. */
export interface Citation {
  readonly section: string;
  readonly paragraph: number;
  readonly number: number;
  /** The section's title as the source prints it. */
  readonly title: string;
  /** The pack's short name for the section. */
  readonly name: string;
}

/** One sentence of the analysis. */
export interface Statement {
  readonly stance: Stance;
  readonly text: string;
  readonly cite: Citation;
  /** The risk that would undo it. */
  readonly counterpoint?: Counterpoint;
}

/** A risk that another card warns of. */
export interface Counterpoint {
  readonly card: string;
  /** That card's name. */
  readonly name: string;
  readonly text: string;
  readonly cite: Citation;
}

/** A relation to another card, read as "this card type other card". */
export interface Relation {
  readonly type: RelationType;
  readonly card: string;
  /** The other card's name. */
  readonly name: string;
  readonly because: string;
  readonly cite: Citation;
}

/** A figure of the source, to compare a page's figure with. */
export interface CardFigure {
  readonly id: string;
  /** The figure as the source words it. */
  readonly name: string;
  /** What the number measures. */
  readonly subject: string;
  /** Ids of the cards that a comparable page mentions. */
  readonly parties: readonly string[];
  readonly quantity: Quantity;
  /** Both ends of a range; equal where it is one number. */
  readonly from: number;
  readonly to: number;
  /** ISO 4217 for money; %, x, years, parameters. */
  readonly unit: string;
  readonly cite: readonly Citation[];
}

/** A page's figure that measures the same as one of the source's. */
export interface FigureOnPage extends Pick<CardFigure, 'quantity' | 'from' | 'to' | 'unit'> {
  /** Id of the source's figure. */
  readonly about: string;
  /** The figure as the page words it. */
  readonly text: string;
}

/** A card, compiled for the surfaces. All strings are plain text. */
export interface Card {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly layer?: Layer;
  /** Name of the company it belongs to. */
  readonly party?: string;
  readonly definition: string;
  readonly statements: readonly Statement[];
  readonly relations: readonly Relation[];
  readonly figures: readonly CardFigure[];
  /** BCP 47 tag of the pack's own language. */
  readonly language: string;
  readonly source: Source;
}

/** The text that a pack's cards are drawn from. */
export interface Source {
  readonly title: string;
  readonly author: string;
}

import type { Quantity } from '../core/figures';
import type { Kind, Layer, RelationType, Stance } from './schema';

/** Where the source says it: `number` is the section's place (from 1), `paragraph` counts within it (from 1). */
export interface Citation {
  readonly section: string;
  readonly paragraph: number;
  readonly number: number;
  /** The section's title as the source prints it. */
  readonly title: string;
  /** Our short name for the section. */
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

/** A tie to another card, read as "this card, type, that card". */
export interface Relation {
  readonly type: RelationType;
  readonly card: string;
  /** The other card's name. */
  readonly name: string;
  readonly because: string;
  readonly cite: Citation;
}

/** A figure of the source, to set a page's figure beside. */
export interface CardFigure {
  readonly id: string;
  /** As the source has it, in words. */
  readonly name: string;
  /** What the number is a number of. */
  readonly subject: string;
  /** Cards that a page has to mention where it gives a figure about the same. */
  readonly parties: readonly string[];
  readonly quantity: Quantity;
  /** Both ends of a range; equal where it is one number. */
  readonly from: number;
  readonly to: number;
  /** ISO 4217 for money; %, x, years, parameters. */
  readonly unit: string;
  readonly cite: readonly Citation[];
}

/** A page's figure that is about the same as one of the source's. */
export interface FigureOnPage extends Pick<CardFigure, 'quantity' | 'from' | 'to' | 'unit'> {
  /** Id of the source's figure. */
  readonly about: string;
  /** As the page has it. */
  readonly text: string;
}

/** A card as every surface shows it. All fields are plain text. */
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

/** What the cards of a pack are drawn from. */
export interface Source {
  readonly title: string;
  readonly author: string;
}

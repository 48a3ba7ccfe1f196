import type { Quantity, TextFigure } from '../core/figures';
import type { PageFigure } from '../core/page-figures';
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
}

/** A paragraph of the source. */
export interface Paragraph extends Citation {
  /** Number of paragraphs in its section. */
  readonly of: number;
  /** What it says, in the pack's words. */
  readonly abstract: string;
  /** The cards with a statement from it, in order of id. */
  readonly citedBy: readonly { readonly card: string; readonly name: string }[];
}

/** A risk of the argument, in the words that fit a card. */
export interface Undo {
  /** The risk's name in the argument. */
  readonly risk: string;
  /** Id of the card about the risk. */
  readonly card: string;
  readonly text: string;
  readonly cite: Citation;
}

/** A point of the argument that a card bears on. */
export interface CardPoint {
  /** Name of the framework. */
  readonly framework: string;
  readonly name: string;
  /** The point's position among `of`, from 1. */
  readonly position: number;
  readonly of: number;
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
  /** Its name says that it is the most. */
  readonly isUpTo?: boolean;
  readonly cite: readonly Citation[];
}

/** What a page says on the subject of a figure of the source. */
export interface FigureOnPage extends Pick<PageFigure, 'about' | 'comparison'> {
  readonly parts: readonly FigurePart[];
}

/** A figure of a page, in the page's words; several may add up. */
export interface FigurePart extends Pick<TextFigure, 'from' | 'to'> {
  readonly text: string;
  /** Said to be the most; the words for it stay outside the text. */
  readonly isUpTo: boolean;
}

/** A card, compiled for the surfaces. All strings are plain text. */
export interface Card {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly layer?: Layer;
  /** Name of the company it belongs to. */
  readonly party?: string;
  /** What it is, in a few words. */
  readonly short: string;
  readonly definition: string;
  /** Why it matters in the source. */
  readonly deal: string;
  readonly statements: readonly Statement[];
  readonly undo: readonly Undo[];
  readonly points: readonly CardPoint[];
  readonly relations: readonly Relation[];
  readonly figures: readonly CardFigure[];
  /** BCP 47 tag of the pack's own language. */
  readonly language: string;
  readonly source: Source;
}

/** The text that a pack's cards are drawn from. */
export interface Source {
  readonly title: string;
  /** The title without its subtitle. */
  readonly shortTitle: string;
  readonly author: string;
  /** ISO 8601 date; undefined where the text is undated. */
  readonly published?: string;
  /** The heading of each card's `deal`. */
  readonly dealHeading: string;
}

/** All citations of a card that can be opened. */
export function citationsOf({ statements, undo, points, figures }: Card): Citation[] {
  return [...statements, ...undo, ...points]
    .map(({ cite }) => cite)
    .concat(figures.flatMap(({ cite }) => cite));
}

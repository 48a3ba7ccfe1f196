import type { CardFigure, FigureOnPage, FigurePart } from '../pack/card';
import { type Guard, isCardId, isCount, isListOf, isOneOf, isShape, isText } from './guards';

/** Name of the port from a panel to a frame. While it is open, the frame posts what is in its viewport. */
export const READING_PORT = 'reading';

/** The first message of a panel: the pack's figures that the page's are compared with. */
export interface FollowRequest {
  readonly figures: readonly Pick<CardFigure, 'id' | 'parties'>[];
}

/** A card that is mentioned in the viewport. */
export interface CardInView {
  readonly card: string;
  /** Mentions in the blocks on the screen. */
  readonly count: number;
  /** The lowest tier among them, which needs the least evidence. */
  readonly tier: 0 | 1 | 2;
}

/** The section of the page, from one heading to the next, that is in the viewport. */
export interface SectionInView {
  /** The heading; empty before the first one. */
  readonly title: string;
  /** Counts from 1 among `total`. */
  readonly index: number;
  readonly total: number;
}

/** What is in a frame's viewport. */
export interface View {
  /** In reading order. */
  readonly cards: readonly CardInView[];
  /** Figures in the blocks on the screen. */
  readonly figures: readonly FigureOnPage[];
  /** Figures anywhere in the frame. */
  readonly figuresOnPage: readonly FigureOnPage[];
  /** Null where the frame's document has no headings. */
  readonly section: SectionInView | null;
}

const isNumber: Guard<number> = (value): value is number => typeof value === 'number' && !Number.isNaN(value);

const isPart: Guard<FigurePart> = isShape({
  text: isText,
  from: isNumber,
  to: isNumber,
  isUpTo: isOneOf([true, false]),
});

const isFigure: Guard<FigureOnPage> = isShape({
  about: isText,
  comparison: isOneOf(['same', 'within', 'more', 'less', 'earlier']),
  parts: isListOf(isPart),
});

const isTitled = isShape({ title: isText, index: isCount, total: isCount });
const isSection: Guard<SectionInView | null> = (value): value is SectionInView | null =>
  value === null || isTitled(value);

/** Accepts a frame's message. */
export const isView: Guard<View> = isShape({
  cards: isListOf(isShape({ card: isCardId, count: isCount, tier: isOneOf([0, 1, 2]) })),
  figures: isListOf(isFigure),
  figuresOnPage: isListOf(isFigure),
  section: isSection,
});

/** Accepts a panel's message. */
export const isFollowRequest: Guard<FollowRequest> = isShape({
  figures: isListOf(isShape({ id: isText, parties: isListOf(isText) })),
});

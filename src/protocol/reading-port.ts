import type { CardFigure, FigureOnPage } from '../pack/card';
import { type Guard, isCardId, isCount, isListOf, isOneOf, isShape, isText } from './guards';

/** Name of the port that a panel opens to a frame, and keeps open as long as it wants to hear what is on its screen. */
export const READING_PORT = 'reading';

/** A panel's first word to a frame: the figures of the pack that the page's are to be compared with. */
export interface FollowRequest {
  readonly figures: readonly Pick<CardFigure, 'id' | 'parties'>[];
}

/** A card that is mentioned on the screen. */
export interface CardInView {
  readonly card: string;
  /** Mentions in the blocks on the screen. */
  readonly count: number;
  /** The surest tier among them. */
  readonly tier: 0 | 1 | 2;
}

/** The stretch of the page, from one heading to the next, that is on the screen. */
export interface SectionInView {
  /** The heading; empty before the first one. */
  readonly title: string;
  /** Counts from 1 among `total`. */
  readonly index: number;
  readonly total: number;
}

/** What is on a frame's screen now. */
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

const isFigure: Guard<FigureOnPage> = isShape({
  about: isText,
  text: isText,
  quantity: isOneOf(['money', 'share', 'ratio', 'count', 'duration']),
  from: isNumber,
  to: isNumber,
  unit: isText,
});

const isTitled = isShape({ title: isText, index: isCount, total: isCount });
const isSection: Guard<SectionInView | null> = (value): value is SectionInView | null =>
  value === null || isTitled(value);

/** Accepts what a frame may say. */
export const isView: Guard<View> = isShape({
  cards: isListOf(isShape({ card: isCardId, count: isCount, tier: isOneOf([0, 1, 2]) })),
  figures: isListOf(isFigure),
  figuresOnPage: isListOf(isFigure),
  section: isSection,
});

/** Accepts what a panel may say. */
export const isFollowRequest: Guard<FollowRequest> = isShape({
  figures: isListOf(isShape({ id: isText, parties: isListOf(isText) })),
});

import type { CorrectionKind } from '../core/corrections';
import type { Evidence } from '../core/evidence';
import type { Settings } from '../core/settings';
import type { Card, FigureOnPage } from '../pack/card';
import type { Point } from '../page/card-script';
import type { Extent } from './machine';

/** One card on the page, ready to be drawn. */
export interface StagedCard {
  /** The mention's key. */
  readonly key: number;
  readonly card: Card;
  readonly range: StaticRange;
  /** The mention's surface form. */
  readonly surface: string;
  readonly extent: Extent;
  readonly isPinned: boolean;
  readonly takesFocus: boolean;
  /** Where the pointer was when it turned to the mention: the card belongs to the line there. */
  readonly point: Point | undefined;
  /** What spoke for this card and against it. */
  readonly evidence: readonly Evidence[];
  /** Names of the cards that the evidence speaks of, by id. */
  readonly names: Readonly<Record<string, string>>;
  /** Figures of the page on the same subjects as the card's. */
  readonly figures: readonly FigureOnPage[];
  /** Which of the card's mentions in this frame it is; `index` counts from 1. */
  readonly position: { readonly index: number; readonly total: number };
}

/** The mention that the keyboard has reached: its text, and which of the tab's mentions it is, counted from 1. */
export interface Reached {
  readonly surface: string;
  readonly index: number;
  readonly total: number;
}

/** All that Sidelight draws over a page at one moment. */
export interface Scene {
  readonly cards: readonly StagedCard[];
  /** The mention that the keyboard has reached. */
  readonly ring: StaticRange | null;
  /** The same, as a screen reader is told of it. */
  readonly reached: Reached | null;
  readonly look: Look;
  /** What came of what the reader did, as a screen reader is told of it. */
  readonly said: string | null;
}

/** How the reader wants cards to look. */
export type Look = Pick<Settings, 'theme' | 'textPercent'>;

/** What the reader does on the stage. */
export interface StageEvents {
  onPin(key: number): void;
  /** Closes the top card. */
  onEscape(): void;
  onClose(key: number): void;
  onGrow(key: number): void;
  onStep(key: number, direction: 1 | -1): void;
  /** Rejects where the correction could not be kept, with a `Refusal` where there are words for it. */
  onCorrect(key: number, kind: CorrectionKind): Promise<void>;
  /** The page does not let cards stay: none is to be shown here any more. */
  onRefused(): void;
  /** Has a screen reader told, once. */
  onSay(words: string): void;
  /** Left out where a page's click cannot open the panel. Rejects where the browser refuses. */
  readonly onOpenPanel?: () => Promise<unknown>;
  /** A relation is followed: the other card's content. */
  getCard(id: string): Promise<Card | null>;
}

/** Draws cards over the page. Lives in a script of its own, which a frame loads for its first card. */
export interface Stage {
  show(scene: Scene): void;
  /** Whether a point (viewport pixels) is on a card, or in the corridor between a card and its term. */
  holds(key: number, x: number, y: number): boolean;
  /** Takes what the reader does with a card, so that the page has no part in it. */
  take(event: Event): void;
  /** Whether an event came from the stage. */
  isTarget(event: Event): boolean;
}

/** Makes a stage; it ends with the signal. */
export type CreateStage = (events: StageEvents, signal: AbortSignal) => Stage;

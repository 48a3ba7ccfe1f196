import type { CorrectionKind } from '../core/corrections';
import type { Evidence } from '../core/evidence';
import type { Settings } from '../core/settings';
import type { Card, FigureOnPage, Paragraph } from '../pack/card';
import type { Point } from '../page/card-script';
import type { Responses } from '../protocol/messages';
import type { Box } from './boxes';
import type { Extent } from './machine';
import type { Tone } from './page-tone';

/** One card on the page, ready to be drawn. */
export interface SceneCard {
  /** The mention's key. */
  readonly key: number;
  /** The same for as long as it is one card, though it steps from mention to mention. */
  readonly slot: number;
  readonly card: Card;
  /** The paragraphs of the source that the card cites. */
  readonly paragraphs: readonly Paragraph[];
  readonly range: StaticRange;
  /** The mention's surface form. */
  readonly surface: string;
  readonly extent: Extent;
  /** The page's own where the card's term is; undefined where the reader has chosen a theme. */
  readonly tone: Tone | undefined;
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

/** All that is drawn over a page at one moment. */
export interface Scene {
  readonly cards: readonly SceneCard[];
  /** The mention that the keyboard has reached. */
  readonly ring: StaticRange | null;
  /** The same, for a screen reader. */
  readonly reached: Reached | null;
  readonly appearance: Appearance;
  /** How the reader's last action ended, for a screen reader. */
  readonly announcement: string | null;
  readonly toast: Toast | null;
}

/** What the reader's last correction has changed, where the corrected card was; it can be undone. */
export interface Toast {
  readonly words: string;
  /** In viewport pixels. */
  readonly at: Point;
  readonly tone: Tone | undefined;
}

/** How the reader wants cards to look. */
export type Appearance = Pick<Settings, 'theme' | 'textPercent'>;

/** Callbacks for the reader's actions on cards. */
export interface OverlayEvents {
  onPin(key: number): void;
  /** Closes the top card. */
  onEscape(): void;
  onClose(key: number): void;
  onExpand(key: number): void;
  onStep(key: number, direction: 1 | -1): void;
  /** Rejects where the correction could not be kept, with a `Refusal` where there are words for it. */
  onCorrect(key: number, kind: CorrectionKind): Promise<void>;
  /** The page does not let cards stay: none is to be shown here any more. */
  onRefused(): void;
  /** Has a screen reader say these words, once. */
  onAnnounce(words: string): void;
  /** Opens the atlas at a card. Rejects where the background is gone. */
  onOpenAtlas(card: string): Promise<unknown>;
  /** Undoes the correction that the toast tells of. */
  onUndo(): void;
  /** The toast has been there long enough, or the reader closes it. */
  onToastOver(): void;
  /** Left out where a page's click cannot open the panel. Rejects where the browser refuses. */
  readonly onOpenPanel?: () => Promise<unknown>;
  /** A relation is followed: the other card's content. */
  getCard(id: string): Promise<Responses['card.get']>;
}

/** Draws cards over the page. */
export interface Overlay {
  show(scene: Scene): void;
  /** Whether a point (viewport pixels) is on a card, or in the corridor between a card and its term. */
  containsPoint(key: number, x: number, y: number): boolean;
  /** Where a card is, in viewport pixels; undefined where it is not drawn. */
  boxOf(key: number): Box | undefined;
  /** Does something for which the page must not be inert; focus and all else stay as they are. */
  withoutModal<T>(act: () => T): T;
  /** Handles a reader's event, before the page can see it if it is for a card. */
  handleEvent(event: Event): void;
  /** Sends Escape into the top card. @returns whether it closed something in it: a menu, a citation */
  handleEscape(event: KeyboardEvent): boolean;
  /** Whether an event is for something that is drawn. */
  isTarget(event: Event): boolean;
}

export type CreateOverlay = (events: OverlayEvents) => Overlay;

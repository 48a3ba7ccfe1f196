import type { Corrections } from '../core/corrections';
import type { Settings } from '../core/settings';
import type { Request, Responses } from '../protocol/messages';
import type { Create } from './lazy-script';
import type { MentionList } from './mention';

/** A mention's key. */
type Key = number;

/** A point of the viewport, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type CardEvent =
  /** The pointer moved: over a term, over the hover card or the corridor to it, or elsewhere (both null/false). */
  | {
      readonly type: 'moved';
      readonly mention: Key | null;
      readonly isInside: boolean;
      readonly speed: number;
      readonly at: number;
      readonly point?: Point;
    }
  | { readonly type: 'elapsed'; readonly token: number; readonly at: number }
  | { readonly type: 'opened'; readonly mention: Key; readonly takesFocus: boolean; readonly point?: Point }
  | { readonly type: 'grown'; readonly mention: Key }
  | { readonly type: 'pinned'; readonly mention: Key; readonly point?: Point }
  | { readonly type: 'closed'; readonly mention: Key; readonly at: number }
  | { readonly type: 'escaped'; readonly at: number }
  /** Mentions left the page. */
  | { readonly type: 'gone'; readonly isAlive: (mention: Key) => boolean };

/** What a page needs once the reader turns to a term: cards, the keyboard's ring, the way from mention to mention. */
export interface CardPart {
  /** Keys of the mentions whose cards are open, pinned, or which the popup has brought into view. */
  readonly shown: {
    readonly open: number | undefined;
    readonly pinned: readonly number[];
    readonly flashed: number | undefined;
  };
  send(event: CardEvent): void;
  /** Does what a key does to cards and ring. @returns whether it was theirs */
  takeKey(event: KeyboardEvent, isEditing: boolean): boolean;
  /** Whether a point belongs to the hover card: on it, or on the way to it. */
  holds(x: number, y: number): boolean;
  /** Takes what the reader does with a card, so that the page has no part in it. */
  takeEvent(event: Event): void;
  /** Whether an event came from a card. */
  isTarget(event: Event): boolean;
  /** Mentions have come, gone or moved. */
  refresh(): void;
  /** Opens the card of the mention in the ring, or closes the card that is open. */
  open(): Responses['frame.open'];
  step(request: Request<'frame.step'>): Promise<Responses['frame.step']>;
  show(request: Request<'frame.show'>): Responses['frame.show'];
  goBack(): void;
}

/** What it needs of its session. */
export interface CardPorts {
  readonly mentions: MentionList;
  /** What holds now. */
  settings(): Settings;
  /** Cards opened or closed, so their terms are to be painted anew. */
  onChange(): void;
  /** The reader corrected a mention. */
  onCorrected(now: Corrections): void;
  /** The extension is gone. */
  onGone(): void;
}

export type CreateCards = Create<CardPorts, CardPart>;

/** Where the card script leaves its `CreateCards`: a world that the page cannot see. */
export const CARD_KEY = 'sidelightCard';

import type { Corrections } from '../core/corrections';
import type { Settings } from '../core/settings';
import type { Request, Responses } from '../protocol/messages';
import type { Create } from './lazy-script';
import type { OrderedMentions } from './mention';

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
      /** Whether the Alt key is held. */
      readonly hasAlt?: boolean;
      readonly speed: number;
      readonly at: number;
      readonly point?: Point;
    }
  | { readonly type: 'elapsed'; readonly token: number; readonly at: number }
  | { readonly type: 'opened'; readonly mention: Key; readonly takesFocus: boolean; readonly point?: Point }
  | { readonly type: 'expanded'; readonly mention: Key }
  /** A card steps from one of its mentions to another. */
  | { readonly type: 'stepped'; readonly from: Key; readonly to: Key }
  | { readonly type: 'pinned'; readonly mention: Key; readonly point?: Point }
  | { readonly type: 'closed'; readonly mention: Key; readonly at: number }
  | { readonly type: 'escaped'; readonly at: number }
  /** Mentions left the page. */
  | { readonly type: 'gone'; readonly isAlive: (mention: Key) => boolean };

/** What a frame loads with its first card: cards, the keyboard's ring, navigation from mention to mention. */
export interface CardPart {
  /** Keys of the mentions whose cards are open, pinned, or which the popup has brought into view. */
  readonly shown: {
    readonly open: number | undefined;
    readonly pinned: readonly number[];
    readonly flashed: number | undefined;
  };
  send(event: CardEvent): void;
  /** Handles a key for cards and ring. @returns whether it was meant for them */
  handleKey(event: KeyboardEvent, isEditing: boolean): boolean;
  /** Whether a point (viewport pixels) is on the hover card, or in the corridor from its term to it. */
  containsPoint(x: number, y: number): boolean;
  /** Handles a reader's event, before the page can see it if it is for a card. */
  handleEvent(event: Event): void;
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

/** What it needs from its session. */
export interface CardPorts {
  readonly mentions: OrderedMentions;
  /** The current settings. */
  settings(): Settings;
  /** Cards opened or closed: their terms have to be painted again. */
  onChange(): void;
  /** The reader corrected a mention. */
  onCorrected(now: Corrections): void;
  /** The extension is gone. */
  onGone(): void;
}

export type CreateCards = Create<CardPorts, CardPart>;

/** Where the card script leaves its `CreateCards`: a world that the page cannot see. */
export const CARD_KEY = 'sidelightCard';

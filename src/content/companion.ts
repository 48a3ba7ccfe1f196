import type { Settings } from '../core/settings';
import { isConnected } from '../platform/content-runtime';
import { ownGlobal } from '../platform/own-global';
import type { Request, Responses } from '../protocol/messages';
import { ask } from './background';
import type { CardEvent } from './card/machine';
import type { PageMentions } from './page/mentions';

/** What a page needs once the reader turns to a term: cards, the keyboard's ring, the way from mention to mention. */
export interface Companion {
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
export interface CompanionPorts {
  readonly mentions: PageMentions;
  /** What holds now. */
  settings(): Settings;
  /** Cards opened or closed, so their terms are to be painted anew. */
  onChange(): void;
  /** The reader corrected a mention. */
  onCorrected(now: Responses['correction.add']): void;
  /** The extension is gone. */
  onGone(): void;
}

export type CreateCompanion = (ports: CompanionPorts, signal: AbortSignal) => Companion;

/** Where the companion's script leaves `CreateCompanion` for the frame's script: a world that the page cannot see. */
export const COMPANION_KEY = 'sidelightCompanion';

const NOTHING_SHOWN = { open: undefined, pinned: [], flashed: undefined } as const;

/** The companion, in a script of its own that a frame loads when the reader first turns to a term. */
export class LazyCompanion {
  readonly #ports: CompanionPorts;
  readonly #signal: AbortSignal;
  #loading: Promise<Companion> | undefined;
  /** Once it is loaded. */
  loaded: Companion | undefined;

  constructor(ports: CompanionPorts, signal: AbortSignal) {
    this.#ports = ports;
    this.#signal = signal;
  }

  get shown(): Companion['shown'] {
    return this.loaded?.shown ?? NOTHING_SHOWN;
  }

  /** Passes an event on, and loads the companion for the first that concerns a term. */
  send(event: CardEvent): void {
    if (this.loaded) this.loaded.send(event);
    else if (this.#loading || !('mention' in event) || event.mention !== null)
      this.load().then(
        (companion) => companion.send(event),
        (error) => this.#fail(error),
      );
  }

  /** @throws Error where the background is gone, or the frame closed to extensions */
  load(): Promise<Companion> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #load(): Promise<Companion> {
    await ask('card.prepare', {});
    const create = ownGlobal<CreateCompanion>(COMPANION_KEY);
    if (!create) throw new Error('The card script did not load.');
    this.#signal.throwIfAborted();
    this.loaded = create(this.#ports, this.#signal);
    return this.loaded;
  }

  #fail(error: unknown): void {
    // Where the extension was updated or removed, there is nothing to tell the reader of this page.
    if (isConnected()) console.debug('Sidelight:', error);
    else this.#ports.onGone();
  }
}

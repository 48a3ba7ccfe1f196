import { CARD_KEY, type CardEvent, type CardPart, type CardPorts } from '../page/card-script';
import { LazyScript } from '../page/lazy-script';
import { isConnected } from '../platform/content-runtime';

const NOTHING_SHOWN = { open: undefined, pinned: [], flashed: undefined } as const;

/** Cards, loaded when the reader first turns to a term. */
export class LazyCard extends LazyScript<CardPorts, CardPart> {
  readonly #onGone: () => void;
  #hasBegun = false;

  constructor(ports: CardPorts, signal: AbortSignal) {
    super('card', CARD_KEY, ports, signal);
    this.#onGone = ports.onGone;
  }

  get shown(): CardPart['shown'] {
    return this.loaded?.shown ?? NOTHING_SHOWN;
  }

  /** Passes an event on, and loads the cards for the first that concerns a term. */
  send(event: CardEvent): void {
    if (this.loaded) {
      this.loaded.send(event);
      return;
    }
    const concernsTerm = !('mention' in event) || event.mention !== null;
    if (!this.#hasBegun && !concernsTerm) return;
    this.#hasBegun = true;
    this.load().then(
      (card) => card.send(event),
      (error) => this.#fail(error),
    );
  }

  #fail(error: unknown): void {
    this.#hasBegun = false;
    // Where the extension was updated or removed, there is nothing to tell the reader of this page.
    if (isConnected()) console.debug('Sidelight:', error);
    else this.#onGone();
  }
}

import { CARD_KEY, type CardEvent, type CardPart, type CardPorts } from '../page/card-script';
import { LazyScript } from '../page/lazy-script';
import { isConnected } from '../platform/content-runtime';

const NOTHING_SHOWN = { open: undefined, pinned: [], flashed: undefined } as const;

/** Cards, loaded when the pointer or a key first reaches a term. */
export class LazyCard extends LazyScript<CardPorts, CardPart> {
  readonly #onGone: () => void;
  #isRequested = false;

  constructor(ports: CardPorts, signal: AbortSignal) {
    super('card', CARD_KEY, ports, signal);
    this.#onGone = ports.onGone;
  }

  get shown(): CardPart['shown'] {
    return this.loaded?.shown ?? NOTHING_SHOWN;
  }

  /** Sends an event to the cards; the first one that concerns a term loads them. */
  send(event: CardEvent): void {
    if (this.loaded) {
      this.loaded.send(event);
      return;
    }
    const concernsTerm = !('mention' in event) || event.mention !== null;
    if (!this.#isRequested && !concernsTerm) return;
    this.#isRequested = true;
    this.load().then(
      (card) => card.send(event),
      (error) => this.#fail(error),
    );
  }

  #fail(error: unknown): void {
    this.#isRequested = false;
    // Where the extension was updated or removed, there is nothing to tell the reader of this page.
    if (isConnected()) console.debug('Sidelight:', error);
    else this.#onGone();
  }
}

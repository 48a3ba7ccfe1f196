import { ask } from '../page/ask';
import {
  type CardEvent,
  COMPANION_KEY,
  type Companion,
  type CompanionPorts,
  type CreateCompanion,
} from '../page/companion';
import { isConnected } from '../platform/content-runtime';
import { ownGlobal } from '../platform/own-global';

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

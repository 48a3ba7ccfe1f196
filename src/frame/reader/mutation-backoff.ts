/** After this long without a change the backoff starts again from zero, in milliseconds. */
const CALM_MS = 1_000;
/** Changes within this time are taken for the effect of a click or of loading: no delay. In milliseconds. */
const BURST_MS = 500;
/** The longest delay, in milliseconds. */
const MAX_DELAY_MS = 480;

/** Backoff for a page that keeps changing: the longer it does, the longer its changes wait for the engine. */
export class MutationBackoff {
  #since = 0;
  #last = Number.NEGATIVE_INFINITY;

  /** To be called with each change. */
  recordMutation(): void {
    const now = performance.now();
    if (now - this.#last > CALM_MS) this.#since = now;
    this.#last = now;
  }

  /** The shortest time between two requests to the engine now, in milliseconds. */
  get delayMs(): number {
    if (performance.now() - this.#last > CALM_MS) return 0;
    return Math.min(MAX_DELAY_MS, Math.max(0, this.#last - this.#since - BURST_MS) / 4);
  }
}

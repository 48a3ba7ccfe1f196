/** A page that has been quiet for so long, in milliseconds, begins anew. */
const CALM_MS = 1_000;
/** So long, in milliseconds, a page's changes are what a reader's click or a page's start brings: nothing waits. */
const BURST_MS = 500;
/** The longest that text waits which came to a page that changes on and on, in milliseconds. */
const MAX_DELAY_MS = 480;

/** Says how soon what a page changes is worth a question: the longer it goes on, the later. */
export class MutationBackoff {
  #since = 0;
  #last = Number.NEGATIVE_INFINITY;

  /** To be called with each change. */
  recordMutation(): void {
    const now = performance.now();
    if (now - this.#last > CALM_MS) this.#since = now;
    this.#last = now;
  }

  /** The time from one question to the next, in milliseconds. */
  get delayMs(): number {
    if (performance.now() - this.#last > CALM_MS) return 0;
    return Math.min(MAX_DELAY_MS, Math.max(0, this.#last - this.#since - BURST_MS) / 4);
  }
}

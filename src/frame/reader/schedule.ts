/** Longest slice of work, in milliseconds: half of the budget for one task. */
const SLICE_MS = 8;
/** How long a paint is waited for, in milliseconds. */
const UNPAINTED_MS = 100;
/** Latest start of idle work, in milliseconds. */
const IDLE_TIMEOUT_MS = 500;

/** Runs one piece of work again and again, when it is asked for, at most one request waiting at a time. */
export class Schedule {
  readonly #run: () => void;
  readonly #signal: AbortSignal;
  #cancel: (() => void) | undefined;
  #isIdle = false;

  constructor(run: () => void, signal: AbortSignal) {
    this.#run = run;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#cancel?.());
  }

  /** Runs the work before the next paint, or soon where the page is not being painted. */
  beforePaint(): void {
    // Marks on changed text cannot wait until the page is idle.
    if (this.#isIdle) {
      this.#cancel?.();
      this.#cancel = undefined;
      this.#isIdle = false;
    }
    this.#wait(() => {
      // Hidden pages, and frames that are scrolled out of sight, are not painted for a long time.
      const timer = setTimeout(this.#start, UNPAINTED_MS);
      const frame = requestAnimationFrame(this.#start);
      return () => {
        clearTimeout(timer);
        cancelAnimationFrame(frame);
      };
    });
  }

  /** Runs the work when the browser is idle, and within half a second at the latest. */
  whenIdle(): void {
    if (!this.#cancel) this.#isIdle = true;
    this.#wait(() => {
      const idle = requestIdleCallback(this.#start, { timeout: IDLE_TIMEOUT_MS });
      return () => cancelIdleCallback(idle);
    });
  }

  #wait(request: () => () => void): void {
    if (!this.#signal.aborted) this.#cancel ??= request();
  }

  #start = (): void => {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#isIdle = false;
    this.#run();
  };
}

/** A clock for one slice of work. */
export function startSlice(): { isOver(): boolean } {
  const end = performance.now() + SLICE_MS;
  return { isOver: () => performance.now() >= end };
}

/** Longest slice of work, in milliseconds: half of the budget for one task. */
const SLICE_MS = 8;
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
    if (document.visibilityState === 'hidden') {
      this.#wait(() => {
        const timer = setTimeout(this.#start, 0);
        return () => clearTimeout(timer);
      });
    } else {
      this.#wait(() => {
        const frame = requestAnimationFrame(this.#start);
        return () => cancelAnimationFrame(frame);
      });
    }
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

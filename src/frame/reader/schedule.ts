/** Longest slice of work, in milliseconds: half of a frame at 60 Hz. */
const SLICE_MS = 8;
/** The longest wait for a paint, in milliseconds. */
const UNPAINTED_MS = 100;
/** Latest start of idle work, in milliseconds. */
const IDLE_TIMEOUT_MS = 500;

/** Schedules runs of one function; at most one run is waiting at a time. */
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

  /** Runs it before the next paint, or after UNPAINTED_MS if the page is not painted. */
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

  /** Runs it when the browser is idle, after IDLE_TIMEOUT_MS at the latest. */
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

/** Starts the clock for one slice of work. */
export function startSlice(): { isOver(): boolean } {
  const end = performance.now() + SLICE_MS;
  return { isOver: () => performance.now() >= end };
}

/** Longest slice of work, in milliseconds: half of the budget for one task. */
const SLICE_MS = 8;

/** Runs a function before the next paint, or soon where the page is not being painted. */
export function beforePaint(run: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  if (document.visibilityState === 'hidden') {
    const timer = setTimeout(run, 0);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  } else {
    const frame = requestAnimationFrame(run);
    signal.addEventListener('abort', () => cancelAnimationFrame(frame), { once: true });
  }
}

/** Runs a function when the browser is idle, and within half a second at the latest. */
export function whenIdle(run: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const idle = requestIdleCallback(run, { timeout: 500 });
  signal.addEventListener('abort', () => cancelIdleCallback(idle), { once: true });
}

/** A clock for one slice of work. */
export function startSlice(): { isOver(): boolean } {
  const end = performance.now() + SLICE_MS;
  return { isOver: () => performance.now() >= end };
}

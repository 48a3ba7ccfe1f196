/** Time without a call after which the work is done, in milliseconds. */
const QUIET_MS = 120;
/** The longest wait while calls go on, in milliseconds. */
const MAX_WAIT_MS = 1_000;

/**
 * Debounces work until the page is at rest, with a longest wait for pages that keep moving.
 * @param signal cancels it
 * @returns to be called with every movement
 */
export function debounce(work: () => void, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return () => {
    if (signal.aborted) return;
    const now = performance.now();
    if (timer === undefined) since = now;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        timer = undefined;
        work();
      },
      Math.max(0, Math.min(QUIET_MS, since + MAX_WAIT_MS - now)),
    );
  };
}

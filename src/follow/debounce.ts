/** A page that has not moved for so long, in milliseconds, is being read. */
const QUIET_MS = 120;
/** A page that moves on and on, by itself perhaps, is looked at this often, in milliseconds. */
const MAX_WAIT_MS = 1_000;

/**
 * Puts work off until the page is at rest, so that nothing beside it changes while it moves.
 * @param work what to do then
 * @param signal ends the waiting
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

import { page, readyState } from '../platform/dom';

/** A page that is still being parsed after this time is read as it comes in, in milliseconds. */
const STREAM_MS = 1_500;
/** The longest time that a parsed page is left to its own scripts, in milliseconds. */
const SETTLE_MS = 200;

/**
 * Waits until a document is worth reading: until it has loaded, or soon after it was parsed, or for STREAM_MS while it is
 * being parsed. The document costs nothing until then.
 * @param signal cancels the timers and listeners; the promise then stays pending
 */
export async function untilReadable(signal: AbortSignal): Promise<void> {
  // A frame starts with an empty document, which is most often replaced at once.
  if (location.href === 'about:blank') return waitFor(SETTLE_MS, signal);
  if (readyState() === 'loading') await waitFor(STREAM_MS, signal, [page, 'DOMContentLoaded']);
  if (readyState() === 'interactive') await waitFor(SETTLE_MS, signal, [window, 'load']);
}

/**
 * Waits for an event, or for a time: `document.open()` removes listeners.
 * @param milliseconds the longest wait
 */
function waitFor(
  milliseconds: number,
  signal: AbortSignal,
  [target, type]: readonly [target: EventTarget | undefined, type: string] = [undefined, ''],
): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = () => {
      over.abort();
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    const both = AbortSignal.any([signal, over.signal]);
    if (both.aborted) clearTimeout(timer);
    both.addEventListener('abort', () => clearTimeout(timer), { once: true });
    target?.addEventListener(type, end, { signal: both });
  });
}

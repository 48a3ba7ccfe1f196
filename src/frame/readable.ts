import { page, readyState } from '../platform/dom';

/** A page that is still coming in is read as it comes after so long, in milliseconds. */
const STREAM_MS = 1_500;
/** How long after its parser is done a page is left to its own scripts at most, in milliseconds. */
const SETTLE_MS = 200;

/**
 * Waits until a document is worth reading: when it has loaded, or soon after all of it has come in, or after a while in
 * which it has not. Until then, it costs nothing.
 * @param signal ends the waiting; then it never comes to its end
 */
export async function untilReadable(signal: AbortSignal): Promise<void> {
  // A frame starts with an empty document, which is most often replaced at once.
  if (location.href === 'about:blank') return pass(SETTLE_MS, signal);
  if (readyState() === 'loading') await pass(STREAM_MS, signal, [page, 'DOMContentLoaded']);
  if (readyState() === 'interactive') await pass(SETTLE_MS, signal, [window, 'load']);
}

/**
 * Waits for an event, but not for long: document.open() takes listeners away.
 * @param milliseconds the longest wait
 */
function pass(
  milliseconds: number,
  signal: AbortSignal,
  [target, type]: readonly [target: EventTarget | undefined, type: string] = [undefined, ''],
): Promise<void> {
  return new Promise((passed) => {
    const over = new AbortController();
    const end = () => {
      over.abort();
      passed();
    };
    const timer = setTimeout(end, milliseconds);
    const both = AbortSignal.any([signal, over.signal]);
    if (both.aborted) clearTimeout(timer);
    both.addEventListener('abort', () => clearTimeout(timer), { once: true });
    target?.addEventListener(type, end, { signal: both });
  });
}

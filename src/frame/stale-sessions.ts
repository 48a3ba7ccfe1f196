import { HIGHLIGHTS } from '../page/mark-script';
import { HOST, isOwnHost } from '../page/own-host';
import { isConnected, shadowRootOf } from '../platform/content-runtime';
import { matches, openShadowRootOf, page, queryAll } from '../platform/dom';

/** Asks older sessions to check whether their extension is gone. If the page sends it, nothing ends. */
const SUPERSEDE_EVENT = 'reading-note-look';

/**
 * Removes an element if an earlier session drew cards in it. No page has this attribute on a closed root by chance.
 * @returns whether it did
 */
export function removeStaleHost(element: Element): boolean {
  const isStale =
    !isOwnHost(element) &&
    matches(element, `[${HOST}][popover]`) &&
    !openShadowRootOf(element) &&
    shadowRootOf(element) !== null;
  if (isStale) element.remove();
  return isStale;
}

/**
 * Cleans up after earlier sessions in the document, when the extension was updated or switched off: ends those that still
 * run (Chromium), and removes cards and marks of those that do not (Firefox).
 */
export function cleanUpStaleSessions(): void {
  window.dispatchEvent(new Event(SUPERSEDE_EVENT));
  for (const element of queryAll(page, `[${HOST}]`)) removeStaleHost(element);
  for (const name of Object.values(HIGHLIGHTS)) CSS.highlights.delete(name);
}

/** Aborts the session of an extension that is gone when the next session starts. @param signal stops the listening */
export function abortWhenSuperseded(controller: AbortController, signal: AbortSignal): void {
  window.addEventListener(SUPERSEDE_EVENT, () => isConnected() || controller.abort(), { signal });
}

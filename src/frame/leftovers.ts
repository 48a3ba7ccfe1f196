import { HIGHLIGHTS } from '../page/mark-script';
import { HOST, isOwnHost } from '../page/own-host';
import { isConnected, shadowRootOf } from '../platform/content-runtime';
import { matches, openShadowRootOf, page, queryAll } from '../platform/dom';

/** Has sessions of an extension that is gone look whether they are. The page may send it: that ends nothing. */
const LOOK = 'reading-note-look';

/**
 * Removes an element that an earlier session drew cards in. No page has this attribute on a closed root by chance.
 * @returns whether it was one
 */
export function removeLeftHost(element: Element): boolean {
  const isLeft =
    !isOwnHost(element) &&
    matches(element, `[${HOST}][popover]`) &&
    !openShadowRootOf(element) &&
    shadowRootOf(element) !== null;
  if (isLeft) element.remove();
  return isLeft;
}

/**
 * Takes away what earlier sessions left in the document, after an update or after the extension was switched off: ends
 * those that still run (Chromium), and removes cards and marks of those that do not (Firefox).
 */
export function clearLeftovers(): void {
  window.dispatchEvent(new Event(LOOK));
  for (const element of queryAll(page, `[${HOST}]`)) removeLeftHost(element);
  for (const name of Object.values(HIGHLIGHTS)) CSS.highlights.delete(name);
}

/** Ends a session whose extension is gone as soon as the session that replaces it starts. */
export function endForSuccessor(controller: AbortController, signal: AbortSignal): void {
  window.addEventListener(LOOK, () => isConnected() || controller.abort(), { signal });
}

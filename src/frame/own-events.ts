import { rootElement } from '../platform/dom';

/**
 * The reader's events, before the page has them: listeners in the window's capture phase come first, and in the order in
 * which they were added. So these are added before any script of the page runs, and do nothing until somebody takes
 * events; a page without a mention loses them again.
 */

/** What is meant for a card, a page may neither see nor take. */
const TYPES =
  'keydown keypress keyup click auxclick dblclick contextmenu mousedown mouseup mousemove mouseover mouseout ' +
  'pointerdown pointerup pointermove pointercancel pointerover pointerout touchstart touchmove touchend touchcancel ' +
  'wheel selectstart dragstart copy cut focus focusin blur focusout';

type Take = (event: Event) => void;
const takers = new Set<Take>();
let listening: AbortController | undefined;
/** `document.open()` brings a new root, and takes every listener away. */
let listensFor: Element | null = null;

/** Listens, until the signal or `listenNoMore`; once is enough for a document's root element. */
export function listenFirst(signal: AbortSignal): void {
  if (listening && listensFor === rootElement()) return;
  listenNoMore();
  const begun = new AbortController();
  listening = begun;
  listensFor = rootElement();
  const either = AbortSignal.any([signal, begun.signal]);
  // Another session may come after the one that the signal ends.
  either.addEventListener('abort', () => {
    if (listening === begun) listening = undefined;
  });
  for (const type of TYPES.split(' '))
    window.addEventListener(type, pass, { capture: true, passive: type !== 'keydown', signal: either });
}

/** Ends the listening; a later one comes behind what the page has added meanwhile. */
export function listenNoMore(): void {
  listening?.abort();
  listening = undefined;
}

/**
 * Hands over every trusted event of the kinds above, in the order of the calls.
 * @param take may stop it, and cancel a `keydown`
 */
export function takeFirst(take: Take, signal: AbortSignal): void {
  takers.add(take);
  signal.addEventListener('abort', () => takers.delete(take), { once: true });
}

function pass(event: Event): void {
  if (event.isTrusted) for (const take of takers) take(event);
}

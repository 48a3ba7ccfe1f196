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

type Handler = (event: Event) => void;
const handlers = new Set<Handler>();
let capture: AbortController | undefined;
/** `document.open()` brings a new root, and takes every listener away. */
let capturedRoot: Element | null = null;

/** Listens, until the signal or `listenNoMore`; once is enough for a document's root element. */
export function startCapture(signal: AbortSignal): void {
  if (capture && capturedRoot === rootElement()) return;
  stopCapture();
  const started = new AbortController();
  capture = started;
  capturedRoot = rootElement();
  const either = AbortSignal.any([signal, started.signal]);
  // Another session may come after the one that the signal ends.
  either.addEventListener('abort', () => {
    if (capture === started) capture = undefined;
  });
  for (const type of TYPES.split(' '))
    window.addEventListener(type, dispatch, { capture: true, passive: type !== 'keydown', signal: either });
}

/** Ends the listening; a later one comes behind what the page has added meanwhile. */
export function stopCapture(): void {
  capture?.abort();
  capture = undefined;
}

/**
 * Hands over every trusted event of the kinds above, in the order of the calls.
 * @param handler may stop it, and cancel a `keydown`
 */
export function addCaptureHandler(handler: Handler, signal: AbortSignal): void {
  handlers.add(handler);
  signal.addEventListener('abort', () => handlers.delete(handler), { once: true });
}

function dispatch(event: Event): void {
  if (event.isTrusted) for (const take of handlers) take(event);
}

import { rootElement } from '../platform/dom';

/**
 * Captures the reader's events before the page sees them. Capturing listeners on `window` run first, in the order in which
 * they were added: these are added before any script of the page runs, and do nothing until there is a handler. On a page
 * without a mention they are removed.
 */

/** The page must neither see nor stop an event that is meant for a card. */
const TYPES =
  'keydown keypress keyup click auxclick dblclick contextmenu mousedown mouseup mousemove mouseover mouseout ' +
  'pointerdown pointerup pointermove pointercancel pointerover pointerout touchstart touchmove touchend touchcancel ' +
  'wheel selectstart dragstart copy cut focus focusin blur focusout';

type Handler = (event: Event) => void;
const handlers = new Set<Handler>();
let capture: AbortController | undefined;
/** The root element when the listeners were added: `document.open()` removes both. */
let capturedRoot: Element | null = null;

/** Adds the listeners, until the signal or `stopCapture`; does nothing if the document's root element has them. */
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

/** Removes the listeners. If they are added again, those that the page has added meanwhile run first. */
export function stopCapture(): void {
  capture?.abort();
  capture = undefined;
}

/**
 * Adds a handler for all captured events that are trusted; handlers run in the order in which they were added.
 * @param handler may stop an event, and cancel a `keydown`
 * @param signal removes the handler
 */
export function addCaptureHandler(handler: Handler, signal: AbortSignal): void {
  handlers.add(handler);
  signal.addEventListener('abort', () => handlers.delete(handler), { once: true });
}

function dispatch(event: Event): void {
  if (event.isTrusted) for (const handler of handlers) handler(event);
}

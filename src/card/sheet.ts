import { bodyElement, boxOf, closest, matches, rootElement } from '../platform/dom';
import { placeSheet, sheetOverlap } from './beside';
import { type Box, union } from './boxes';
import { leastRoomOf, type PlaceEvents, setRoom, setTermBox } from './place';
import { setPrivateProperty } from './private-properties';
import { type Anchor, isAlive, windowBox } from './term-boxes';

/** A sheet that was drawn down so far is let go, in pixels; or so fast, in pixels a millisecond. */
const DISMISS_PX = 80;
const DISMISS_SPEED = 0.6;
/** A touch that moves less than this, in pixels, draws nothing. */
const STILL_PX = 15;

/**
 * Places a sheet off its term: at the bottom of the window, lower than it would like, or at the top. Looks anew when the
 * window has another size; where the reader scrolls to, the sheet stays.
 * @param mayScroll whether the page may be scrolled for it: never for a rest of the pointer
 * @returns places it; to be called at first, and whenever page or sheet may have moved
 */
export function createSheetPlacer(
  sheet: HTMLElement,
  anchor: Anchor,
  mayScroll: boolean,
  events: PlaceEvents,
): () => void {
  let measuredSize = '';
  return () => {
    if (!isAlive(anchor.range())) return;
    const seen = windowBox();
    insetSheet(sheet, seen);
    const term = anchor.line.measure(anchor.range());
    if (!term) {
      events.onLost(true);
      return;
    }
    setTermBox(sheet, term.box);
    const size = `${seen.right - seen.left} ${seen.bottom - seen.top}`;
    if (size === measuredSize) return;
    measuredSize = size;
    // A peek that stands at the top grows there.
    const kept = matches(sheet, '.at-top') ? 'top' : 'bottom';
    setPrivateProperty(sheet, '--room', null);
    sheet.removeAttribute('data-low');
    const { height } = boxOf(sheet);
    const overlap = sheetOverlap(term.box, seen, height);
    if (mayScroll && kept === 'bottom' && overlap > 0 && canScrollPage())
      scrollBy({ top: Math.ceil(overlap), behavior: 'instant' });
    const { box, boxes } = anchor.line.measure(anchor.range()) ?? term;
    const least = leastRoomOf(sheet);
    const { edge, room } = placeSheet([boxes.reduce(union), box], seen, height, least, kept);
    sheet.classList.toggle('at-top', edge === 'top');
    events.onRoom(setRoom(sheet, room));
  };
}

/** Stands a sheet in the part of the window that is seen, where the reader has pinched. */
function insetSheet(sheet: HTMLElement, { left, top, right, bottom }: Box): void {
  const isPinched = (window.visualViewport?.scale ?? 1) !== 1;
  const insets = isPinched ? { left, top, right: innerWidth - right, bottom: innerHeight - bottom } : {};
  for (const edge of ['left', 'top', 'right', 'bottom'] as const)
    setPrivateProperty(sheet, `--${edge}`, `${insets[edge] ?? 0}px`);
}

/** Whether the reader could scroll the page: what is cut off on purpose is not brought into view. */
function canScrollPage(): boolean {
  const overflowOf = (element: Element | null) => (element ? getComputedStyle(element).overflowY : 'visible');
  const ofRoot = overflowOf(rootElement());
  return !/hidden|clip/.test(ofRoot === 'visible' ? overflowOf(bodyElement()) : ofRoot);
}

/**
 * Lets a sheet be drawn away by its handle or its head.
 * @param onDismiss is called when it is let go far enough down
 * @param signal ends it
 */
export function followDrag(sheet: HTMLElement, onDismiss: () => void, signal: AbortSignal): void {
  let from: { readonly y: number; readonly at: number } | undefined;
  const drawn = (event: PointerEvent) => Math.max(0, event.clientY - (from?.y ?? event.clientY));
  const letGo = (event: PointerEvent, mayDismiss: boolean) => {
    if (!from) return;
    const far = drawn(event);
    const speed = far / Math.max(1, event.timeStamp - from.at);
    from = undefined;
    const isDismissed = mayDismiss && (far > DISMISS_PX || (far > STILL_PX && speed > DISMISS_SPEED));
    // A touch whose target is gone before it ends takes the next tap with it, in Chromium.
    if (isDismissed) setTimeout(onDismiss);
    else sheet.style.removeProperty('translate');
  };
  sheet.addEventListener(
    'pointerdown',
    (event) => {
      const { target } = event;
      if (!event.isPrimary || !(target instanceof Element)) return;
      if (!closest(target, '.grab, header') || closest(target, 'button')) return;
      from = { y: event.clientY, at: event.timeStamp };
      sheet.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  sheet.addEventListener(
    'pointermove',
    (event) => {
      if (from) sheet.style.translate = `0 ${drawn(event)}px`;
    },
    { signal },
  );
  sheet.addEventListener('pointerup', (event) => letGo(event, true), { signal });
  sheet.addEventListener('pointercancel', (event) => letGo(event, false), { signal });
}

import { bodyElement, boxOf, closest, matches, rootElement } from '../platform/dom';
import { placeSheet, sheetOverlap } from './beside';
import { type Box, union } from './boxes';
import { leastRoomOf, type PlaceEvents, setRoom, setTermBox } from './place';
import { setPrivateProperty } from './private-properties';
import { type Anchor, isAlive, windowBox } from './term-boxes';

/** A sheet that is dragged this far, in pixels, or this fast, in pixels a millisecond, is dismissed. */
const DISMISS_PX = 80;
const DISMISS_SPEED = 0.6;
/** The least distance of a drag, in pixels. */
const STILL_PX = 15;

/**
 * Creates the placer of a sheet: off its term, at the bottom of the window or at the top. It is placed again only when the
 * window's size changes, not when the reader scrolls.
 * @param mayScroll whether the page may be scrolled for it: not if the pointer's rest has opened it
 * @returns places the sheet; to be called at first, and whenever page or sheet may have moved
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
    const term = anchor.measure();
    if (!term) {
      events.onLost(true);
      return;
    }
    setTermBox(sheet, term.box);
    const size = `${seen.right - seen.left} ${seen.bottom - seen.top}`;
    if (size === measuredSize) return;
    measuredSize = size;
    // A peek at the top is expanded there.
    const currentEdge = matches(sheet, '.at-top') ? 'top' : 'bottom';
    setPrivateProperty(sheet, '--room', null);
    sheet.removeAttribute('data-low');
    const { height } = boxOf(sheet);
    const overlap = sheetOverlap(term.box, seen, height);
    if (mayScroll && currentEdge === 'bottom' && overlap > 0 && canScrollPage())
      scrollBy({ top: Math.ceil(overlap), behavior: 'instant' });
    const { box, boxes } = anchor.measure() ?? term;
    const least = leastRoomOf(sheet);
    const { edge, room } = placeSheet([boxes.reduce(union), box], seen, height, least, currentEdge);
    sheet.classList.toggle('at-top', edge === 'top');
    events.onRoom(setRoom(sheet, room));
  };
}

/** Insets a sheet to the visual viewport, if the reader has zoomed by pinching. */
function insetSheet(sheet: HTMLElement, { left, top, right, bottom }: Box): void {
  const isPinched = (window.visualViewport?.scale ?? 1) !== 1;
  const insets = isPinched ? { left, top, right: innerWidth - right, bottom: innerHeight - bottom } : {};
  for (const edge of ['left', 'top', 'right', 'bottom'] as const)
    setPrivateProperty(sheet, `--${edge}`, `${insets[edge] ?? 0}px`);
}

/** Whether the reader could scroll the page: content that the page clips on purpose is not scrolled to. */
function canScrollPage(): boolean {
  const overflowOf = (element: Element | null) => (element ? getComputedStyle(element).overflowY : 'visible');
  const ofRoot = overflowOf(rootElement());
  return !/hidden|clip/.test(ofRoot === 'visible' ? overflowOf(bodyElement()) : ofRoot);
}

/**
 * Lets a sheet be dragged away by its handle or its head.
 * @param onDismiss called when it is released far enough down, or moving fast
 * @param signal removes the listeners
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

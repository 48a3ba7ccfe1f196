import { boxOf, closest } from '../../platform/dom';
import { markLow, rectOf } from './place';

/** Pixels kept free between a term and the sheet below it. */
const GAP = 15;
/** A sheet that would be lower than this, in pixels, stands at the window's top instead. */
const LEAST_HEIGHT = 200;
/** A sheet that was drawn down so far is let go, in pixels; or so fast, in pixels a millisecond. */
const DISMISS_PX = 80;
const DISMISS_SPEED = 0.6;

/**
 * Keeps a sheet off its term: scrolls the page, once, so that the term stands above it; where the page cannot scroll so
 * far, makes the sheet lower, or puts it at the top.
 */
export function keepTermVisible(sheet: HTMLElement, range: StaticRange): void {
  sheet.style.removeProperty('--room');
  sheet.classList.remove('at-top');
  sheet.removeAttribute('data-low');
  const covered = () => rectOf(range).bottom + GAP - boxOf(sheet).top;
  if (covered() > 0) window.scrollBy({ top: Math.ceil(covered()), behavior: 'instant' });
  const room = innerHeight - rectOf(range).bottom - GAP;
  markLow(sheet, sheet.offsetHeight);
  // Pages scroll to whole device pixels.
  if (covered() < 1) return;
  if (room >= LEAST_HEIGHT) sheet.style.setProperty('--room', `${Math.floor(room)}px`);
  else sheet.classList.add('at-top');
}

/**
 * Lets a sheet be drawn away by its handle or its head.
 * @param onDismiss is called when it is let go far enough down
 * @returns ends it
 */
export function followDrag(sheet: HTMLElement, onDismiss: () => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let from: { readonly y: number; readonly at: number } | undefined;
  const drawn = (event: PointerEvent) => Math.max(0, event.clientY - (from?.y ?? event.clientY));
  const letGo = (event: PointerEvent, mayDismiss: boolean) => {
    if (!from) return;
    const far = drawn(event);
    const speed = far / Math.max(1, event.timeStamp - from.at);
    from = undefined;
    const isDismissed = mayDismiss && (far > DISMISS_PX || (far > GAP && speed > DISMISS_SPEED));
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
  return () => ending.abort();
}

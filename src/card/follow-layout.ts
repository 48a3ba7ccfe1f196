import { boxOf, page } from '../platform/dom';

/** Thresholds of the observer: how small a shift is noticed. */
const SHARES = Array.from({ length: 101 }, (_, index) => index / 100);

/**
 * Calls back whenever an element of the page, or the card beside it, may have moved or changed its size.
 * @param element of the page
 * @param own the card, whose size counts too
 * @param signal removes listeners and observers
 */
export function followLayout(
  element: Element | null,
  own: Element | null,
  onMove: () => void,
  signal: AbortSignal,
): void {
  const options = { capture: true, passive: true, signal };
  for (const type of ['scroll', 'resize', 'transitionend', 'animationend'])
    window.addEventListener(type, onMove, options);
  for (const type of ['scroll', 'resize']) window.visualViewport?.addEventListener(type, onMove, options);
  const sizes = new ResizeObserver(onMove);
  for (const sized of [element, own]) if (sized) sizes.observe(sized);
  signal.addEventListener('abort', () => sizes.disconnect());
  if (element) followShifts(element, onMove, signal);
}

/** Calls back when an element's position in the window changes, whatever moved it. */
function followShifts(element: Element, onShift: () => void, signal: AbortSignal): void {
  let observer: IntersectionObserver | undefined;
  const watch = () => {
    observer?.disconnect();
    const { left, top, right, bottom } = boxOf(element);
    const margins = [top, innerWidth - right, innerHeight - bottom, left];
    // The observer reports the initial state, too.
    let isFirst = true;
    observer = new IntersectionObserver(
      () => {
        const now = boxOf(element);
        const isThere = Math.abs(now.left - left) < 1 && Math.abs(now.top - top) < 1;
        const isShift = !isFirst || !isThere;
        isFirst = false;
        if (!isShift) return;
        onShift();
        watch();
      },
      // The root is shrunk to the element's box: a shift changes the intersection.
      {
        root: page,
        rootMargin: margins.map((edge) => `${-Math.floor(edge)}px`).join(' '),
        threshold: SHARES,
      },
    );
    observer.observe(element);
  };
  watch();
  signal.addEventListener('abort', () => observer?.disconnect());
}

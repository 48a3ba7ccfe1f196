import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';

/** Pixels between a term and its card. */
const GAP = 7;
/** Pixels kept free along the window's edges. */
const MARGIN = 8;

/** Where a range is now, in viewport pixels. */
export function rectOf(range: AbstractRange): DOMRect {
  const live = document.createRange();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    return new DOMRect();
  }
  return live.getBoundingClientRect();
}

/**
 * Keeps a card beside its term while the page scrolls and changes: below the line or above it, never over it.
 * @returns ends it
 */
export function keepPlaced(card: HTMLElement, range: StaticRange): () => void {
  const contextElement = range.startContainer.parentElement ?? document.documentElement;
  const term = { contextElement, getBoundingClientRect: () => rectOf(range) };
  const place = async () => {
    const { x, y } = await computePosition(term, card, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset({ mainAxis: GAP, crossAxis: -18 }),
        flip({ padding: MARGIN, fallbackStrategy: 'bestFit' }),
        shift({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) =>
            card.style.setProperty('--room', `${Math.max(80, Math.floor(availableHeight))}px`),
        }),
      ],
    });
    card.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  };
  return autoUpdate(term, card, place);
}

/** Calls back when the range may have moved on the screen. @returns ends it */
export function followRange(range: StaticRange, element: HTMLElement, onMove: () => void): () => void {
  const contextElement = range.startContainer.parentElement ?? document.documentElement;
  return autoUpdate({ contextElement, getBoundingClientRect: () => rectOf(range) }, element, onMove);
}

/**
 * Whether a point is in the corridor between a term and its card: the band that the pointer crosses on its way.
 * All in viewport pixels.
 */
export function isInCorridor(term: DOMRect, card: DOMRect, x: number, y: number): boolean {
  const top = Math.min(term.bottom, card.bottom);
  const bottom = Math.max(term.top, card.top);
  const left = Math.min(term.left, card.left);
  const right = Math.max(term.right, card.right);
  return x >= left && x <= right && y >= top - 1 && y <= bottom + 1;
}

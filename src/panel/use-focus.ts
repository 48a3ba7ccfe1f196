import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** Id of the open card's name. */
export const NAME_ID = 'card-name';

/** Where the focus goes next: the open card's name, a card's row, or the panel's content. */
export type FocusTarget =
  | { readonly to: 'name' }
  | { readonly to: 'row'; readonly card: string }
  | { readonly to: 'main' };

/** A button in a card's row, and which of its buttons it is. */
interface Place {
  readonly card: string;
  readonly index: number;
}

const ROW = '[data-card]';
const buttonsIn = (row: Element | null | undefined) => [
  ...(row?.querySelectorAll<HTMLElement>('button') ?? []),
];

/**
 * Puts the focus where a step leads, and keeps it on its card's row when the list around it changes.
 * @param main the panel's content
 * @returns to be called before the step: where the focus goes once it is drawn
 */
export function useFocus(main: RefObject<HTMLElement | null>): (target: FocusTarget) => void {
  const next = useRef<FocusTarget | undefined>(undefined);
  const held = useRef<Place | undefined>(undefined);

  useEffect(() => {
    const onFocusIn = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest(ROW) : null;
      held.current = row
        ? { card: row.getAttribute('data-card') ?? '', index: buttonsIn(row).indexOf(target as HTMLElement) }
        : undefined;
    };
    const onFocusOut = ({ target }: FocusEvent) => {
      // An element that is taken away loses the focus too; only what the reader leaves is let go.
      queueMicrotask(() => {
        const isGone = target instanceof Node && !target.isConnected;
        if (!isGone && document.activeElement === document.body) held.current = undefined;
      });
    };
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('focusout', onFocusOut);
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('focusout', onFocusOut);
    };
  }, []);

  useLayoutEffect(() => {
    const root = main.current;
    if (!root) return;
    const rowOf = (card: string) => root.querySelector(`[data-card="${CSS.escape(card)}"]`);
    if (next.current) {
      const target = next.current;
      next.current = undefined;
      const wanted =
        target.to === 'name'
          ? document.getElementById(NAME_ID)
          : target.to === 'row'
            ? (buttonsIn(rowOf(target.card))[0] ?? document.getElementById(NAME_ID))
            : undefined;
      (wanted ?? root).focus();
      if (target.to !== 'row') root.scrollTo?.(0, 0);
    } else if (held.current && document.activeElement === document.body) {
      const buttons = buttonsIn(rowOf(held.current.card));
      (buttons[held.current.index] ?? buttons[0] ?? root).focus({ preventScroll: true });
    }
  });

  return (target) => {
    next.current = target;
  };
}

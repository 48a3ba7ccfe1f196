import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Id of the open card's name. */
export const NAME_ID = 'card-name';

/** Where the focus goes next: the open card's name, a card's row, or the panel's content. */
export type FocusTarget =
  | { readonly to: 'name' }
  | { readonly to: 'row'; readonly card: string }
  | { readonly to: 'main' };

/** A button in a card's row, and which of its buttons it is. */
interface RowButton {
  readonly card: string;
  readonly index: number;
}

const buttonsIn = (row: Element | null) => [...(row?.querySelectorAll<HTMLElement>('button') ?? [])];

/** Where the focus is, if it is in a card's row. */
function focusedButton(): RowButton | undefined {
  const { activeElement } = document;
  const row = activeElement?.closest('[data-card]') ?? null;
  if (!row) return undefined;
  return {
    card: row.getAttribute('data-card') ?? '',
    index: buttonsIn(row).indexOf(activeElement as HTMLElement),
  };
}

/**
 * Puts the focus where a step leads, and keeps it on its card's row when the list around it changes.
 * @param main the panel's content
 * @returns to be called before the step: where the focus goes once it is drawn
 */
export function useFocus(main: RefObject<HTMLElement | null>): (target: FocusTarget) => void {
  const next = useRef<FocusTarget | undefined>(undefined);
  // Before anything is drawn anew: an element that is taken away loses the focus.
  const before = focusedButton();

  useLayoutEffect(() => {
    const root = main.current;
    if (!root) return;
    const buttonsOf = (card: string) => buttonsIn(root.querySelector(`[data-card="${CSS.escape(card)}"]`));
    const target = next.current;
    next.current = undefined;
    if (target) {
      const name = document.getElementById(NAME_ID);
      const wanted =
        target.to === 'name' ? name : target.to === 'row' ? (buttonsOf(target.card)[0] ?? name) : undefined;
      (wanted ?? root).focus();
      if (target.to !== 'row') root.scrollTo?.(0, 0);
    } else if (before && document.activeElement === document.body) {
      const buttons = buttonsOf(before.card);
      (buttons[before.index] ?? buttons[0] ?? root).focus({ preventScroll: true });
    }
  });

  return (target) => {
    next.current = target;
  };
}

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Id of the open card's name. */
export const NAME_ID = 'card-name';

/** The next target of the focus: the open card's name, a card's row, or the panel's content. */
export type FocusTarget =
  | { readonly to: 'name' }
  | { readonly to: 'row'; readonly card: string }
  | { readonly to: 'main' };

/** A button in a card's row, by its index among the row's buttons. */
interface RowButton {
  readonly card: string;
  readonly index: number;
}

const buttonsIn = (row: Element | null) => [...(row?.querySelectorAll<HTMLElement>('button') ?? [])];

/** The focused button, if it is in a card's row. */
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
 * Moves the focus after a step, and keeps it on its card's row when the list changes.
 * @param main the panel's content
 * @returns a function that sets the target of the focus after the next render
 */
export function useFocus(main: RefObject<HTMLElement | null>): (target: FocusTarget) => void {
  const next = useRef<FocusTarget | undefined>(undefined);
  // Read before the render, in which a removed element loses the focus.
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

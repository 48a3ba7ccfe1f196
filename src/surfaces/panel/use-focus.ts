import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Id of the name of the card in front. */
export const NAME_ID = 'card-name';

/** A place in the panel from which a card was opened. */
export interface Place {
  /** Pixels by which the panel was scrolled. */
  readonly top: number;
  /** Opened from a list, and not by a link in a card. */
  readonly isInList: boolean;
}

/** The next target of the focus: the card's name, the panel's content, or what a card was opened with. */
export type FocusTarget =
  | { readonly to: 'name' }
  | { readonly to: 'main' }
  | { readonly to: 'opener'; readonly card: string; readonly place: Place };

/** What had the focus: a button in a card's row, by its index among the row's buttons, or something in the card in front. */
type Focused = { readonly card: string; readonly index: number } | 'front' | undefined;

const buttonsIn = (row: Element) => [...row.querySelectorAll<HTMLElement>('button')];

function focused(): Focused {
  const { activeElement } = document;
  const row = activeElement?.closest('li[data-card]');
  if (row)
    return {
      card: row.getAttribute('data-card') ?? '',
      index: buttonsIn(row).indexOf(activeElement as HTMLElement),
    };
  return activeElement?.closest('.lit-card') ? 'front' : undefined;
}

/** Where the panel is, for returning to it. */
export function placeIn(main: HTMLElement | null): Place {
  return { top: main?.scrollTop ?? 0, isInList: focused() !== 'front' };
}

/**
 * Moves the focus after a step; keeps it on its card's row when the list changes, and on the card in front when another
 * takes its place.
 * @param main the panel's content
 * @param front id of the card in front; a new one is shown from its top, unless the focus is further down
 * @returns a function that sets the target of the focus after the next render
 */
export function useFocus(
  main: RefObject<HTMLElement | null>,
  front: string | undefined,
): (target: FocusTarget) => void {
  const next = useRef<FocusTarget | undefined>(undefined);
  const former = useRef(front);
  // Read before the render, in which a removed element loses the focus.
  const before = focused();

  useLayoutEffect(() => {
    const root = main.current;
    if (!root) return;
    const target = next.current;
    const isNew = former.current !== front;
    next.current = undefined;
    former.current = front;
    const name = document.getElementById(NAME_ID);
    const rowOf = (card: string) => {
      const row = root.querySelector(`li[data-card="${CSS.escape(card)}"]`);
      return row ? buttonsIn(row) : [];
    };
    if (target?.to === 'opener') {
      const { card, place } = target;
      root.scrollTop = place.top;
      const link = root.querySelector<HTMLElement>(`.lit-card [data-card="${CSS.escape(card)}"]`);
      const [row] = rowOf(card);
      const opener = place.isInList ? (row ?? link) : (link ?? row);
      (opener ?? name ?? root).focus({ preventScroll: place.top > 0 });
    } else if (target) {
      ((target.to === 'name' && name) || root).focus();
      root.scrollTo?.(0, 0);
    } else {
      if (isNew && typeof before !== 'object') root.scrollTo?.(0, 0);
      if (!before || document.activeElement !== document.body) return;
      const buttons = before === 'front' ? [] : rowOf(before.card);
      const nearest = before === 'front' ? name : (buttons[before.index] ?? buttons[0]);
      (nearest ?? root).focus({ preventScroll: true });
    }
  });

  return (target) => {
    next.current = target;
  };
}

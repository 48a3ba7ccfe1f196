import { useLayoutEffect } from 'preact/hooks';

/** What keys do in the popup; each returns whether it had an effect. */
export interface KeyActions {
  /** Goes one step back; where there is none, the browser closes the popup. */
  stepBack(): boolean;
  /** Shows the search field and focuses it. */
  search(): boolean;
}

/** The buttons that the arrow keys move between. */
const ROWS = '.rows [data-row]';

/**
 * Handles keys anywhere in the popup: `/` searches, the arrows move between rows, Escape goes one step back.
 * @param actions what the popup does in its present state
 */
export function useKeys(actions: KeyActions): void {
  // A layout effect: of two quick key presses, the second has to find the state after the first.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (perform(event, actions)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}

function perform(event: KeyboardEvent, actions: KeyActions): boolean {
  const field = event.target instanceof HTMLInputElement ? event.target : null;
  switch (event.key) {
    case 'Escape':
      return actions.stepBack();
    case '/':
      return !field && actions.search();
    case 'ArrowDown':
      return moveFocus((index, last) => Math.min(index + 1, last));
    case 'ArrowUp':
      return moveFocus((index) => index - 1);
    case 'Home':
      return !field && moveFocus(() => 0);
    case 'End':
      return !field && moveFocus((_, last) => last);
    case 'Enter':
      return field !== null && openFirst();
    default:
      return false;
  }
}

/** Moves the focus to another row; the search field is above the first one. */
function moveFocus(indexAfter: (index: number, last: number) => number): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)];
  if (rows.length === 0) return false;
  const index = rows.indexOf(
    document.activeElement?.closest('li')?.querySelector<HTMLElement>(ROWS) ?? document.body,
  );
  const next = indexAfter(index, rows.length - 1);
  const target = next < 0 ? document.querySelector<HTMLElement>('input') : rows[next];
  target?.focus();
  return true;
}

function openFirst(): boolean {
  const first = document.querySelector<HTMLElement>(ROWS);
  first?.click();
  return first !== null;
}

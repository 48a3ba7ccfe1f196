/** What keys do in the popup; each says whether it had something to do. */
export interface KeyActions {
  /** One step back; false where there is none, so that the browser closes the popup. */
  stepBack(): boolean;
  /** Bring the search field up and focus it. */
  search(): boolean;
}

/** Marks the buttons that arrow keys walk through; its value is the card's id. */
const ROWS = 'button[data-card]';

/**
 * Handles one key press anywhere in the popup: `/` searches, arrows walk the rows, Escape goes one step back.
 * @param event a `keydown` that reached the document
 * @param actions what the popup can do
 */
export function handleKey(event: KeyboardEvent, actions: KeyActions): void {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (perform(event, actions)) event.preventDefault();
}

function perform(event: KeyboardEvent, actions: KeyActions): boolean {
  const field = event.target instanceof HTMLInputElement ? event.target : null;
  switch (event.key) {
    case 'Escape':
      return actions.stepBack();
    case '/':
      return !field && actions.search();
    case 'ArrowDown':
      return walk((at, last) => Math.min(at + 1, last));
    case 'ArrowUp':
      return walk((at) => at - 1);
    case 'Home':
      return !field && walk(() => 0);
    case 'End':
      return !field && walk((_, last) => last);
    case 'Enter':
      return field !== null && openFirst();
    default:
      return false;
  }
}

/** Above the first row is the search field. */
function walk(step: (at: number, last: number) => number): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)];
  if (rows.length === 0) return false;
  const at = rows.indexOf(
    document.activeElement?.closest('li')?.querySelector<HTMLElement>(ROWS) ?? document.body,
  );
  const next = step(at, rows.length - 1);
  const target = next < 0 ? document.querySelector<HTMLElement>('input') : rows[next];
  target?.focus();
  return true;
}

function openFirst(): boolean {
  const first = document.querySelector<HTMLElement>(ROWS);
  first?.click();
  return first !== null;
}

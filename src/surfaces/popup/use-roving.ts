import { useState } from 'preact/hooks';

/**
 * A roving tab index: Tab reaches one row of a list, the arrow keys the others.
 * @param ids the rows, in order
 * @returns the attributes of a row's `li`, and the tab index of its buttons, by the row's id
 */
export function useRoving(ids: readonly string[]) {
  const [current, setCurrent] = useState<string>();
  const reachable = current !== undefined && ids.includes(current) ? current : ids[0];
  return (id: string) => ({
    tabIndex: id === reachable ? 0 : -1,
    onFocusIn: () => setCurrent(id),
  });
}

/** What `useRoving` returns for a row. */
export type Roving = ReturnType<ReturnType<typeof useRoving>>;

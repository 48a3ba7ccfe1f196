let isLogged = false;

/**
 * Does one piece of work of many: what throws in it ends nothing else, and is told on the console once a document.
 * @returns what the work gave; undefined where it threw
 */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!isLogged) console.debug('Sidelight:', error);
    isLogged = true;
    return undefined;
  }
}

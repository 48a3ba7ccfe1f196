let isLogged = false;

/**
 * Runs a function whose failure must not stop anything else. The first error in a document is logged.
 * @returns its result; undefined if it threw
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

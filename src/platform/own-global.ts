/**
 * A global that the browser made. An element or a frame of the page whose id or name is the global's stands in for it
 * where the browser has none.
 * @returns undefined where the browser has none
 */
export function ownGlobal<T>(name: string): T | undefined {
  return Object.hasOwn(globalThis, name) ? ((globalThis as Record<string, unknown>)[name] as T) : undefined;
}

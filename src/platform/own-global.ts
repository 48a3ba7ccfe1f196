/**
 * Reads a global that the browser defines, and not an element or frame of the page with that id or name (HTML Standard,
 * named access on the Window object).
 * @returns undefined where the browser does not define it
 */
export function ownGlobal<T>(name: string): T | undefined {
  return Object.hasOwn(globalThis, name) ? ((globalThis as Record<string, unknown>)[name] as T) : undefined;
}

import type { Runtime } from 'webextension-polyfill';

interface ContentGlobal {
  readonly browser?: { readonly runtime: Runtime.Static };
  readonly chrome?: { readonly runtime: Runtime.Static };
}

/** A port as a content script has it. */
export type ContentPort = Runtime.Port;

/**
 * `runtime` as a content script has it. The polyfill would weigh 3 KB in every frame, and both browsers' own object
 * already gives promises.
 * @throws Error outside an extension
 */
export function contentRuntime(): Runtime.Static {
  const scope = globalThis as unknown as ContentGlobal;
  const runtime = (scope.browser ?? scope.chrome)?.runtime;
  if (!runtime) throw new Error('This script runs only inside the extension.');
  return runtime;
}

/** Whether the extension that a content script belongs to is still there: not updated, removed or switched off. */
export function isConnected(): boolean {
  try {
    return contentRuntime().id !== undefined;
  } catch {
    return false;
  }
}

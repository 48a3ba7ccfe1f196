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

/** Whether a click in a page may open the panel: Chrome's side panel, not Firefox's sidebar. */
export function canOpenPanel(): boolean {
  return 'side_panel' in contentRuntime().getManifest();
}

interface DomApi {
  readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}

/** An element's shadow root, closed ones too: `dom.openOrClosedShadowRoot` in Chrome, a property in Firefox. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
  if (openOrClosedShadowRoot !== undefined) return openOrClosedShadowRoot;
  const api = (globalThis as { chrome?: DomApi }).chrome;
  return element instanceof HTMLElement
    ? (api?.dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot)
    : null;
}

import type { Runtime, Storage } from 'webextension-polyfill';
import { openShadowRootOf } from './dom';
import { ownGlobal } from './own-global';

interface ExtensionApi {
  readonly runtime?: Runtime.Static;
  readonly storage?: Storage.Static;
  readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}

// Read once, before an element of the page can be mistaken for a global that the browser lacks.
const api = ownGlobal<ExtensionApi>('browser') ?? ownGlobal<ExtensionApi>('chrome');

/** A port in a content script. */
export type ContentPort = Runtime.Port;

/**
 * The `runtime` API in a content script. Without the polyfill, which would add 3 KB to every frame: the API returns
 * promises in both browsers.
 * @throws Error outside an extension
 */
export function contentRuntime(): Runtime.Static {
  const runtime = api?.runtime;
  if (!runtime) throw new Error('Outside the extension.');
  return runtime;
}

/**
 * Reads items of `storage.local` in a content script.
 * @returns the existing items, by key
 * @throws Error where the store is broken or the extension is gone
 */
export async function readStored(keys: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  if (!api?.storage) throw new Error('Outside the extension.');
  return api.storage.local.get([...keys]);
}

/** Whether the content script's extension still runs: false once it is updated, removed or disabled. */
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

const ownRootOf = Object.getOwnPropertyDescriptor(Element.prototype, 'openOrClosedShadowRoot')?.get;

/** An element's shadow root, open or closed: `dom.openOrClosedShadowRoot` in Chrome, a property in Firefox. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (ownRootOf) return ownRootOf.call(element);
  return element instanceof HTMLElement
    ? (api?.dom?.openOrClosedShadowRoot(element) ?? openShadowRootOf(element))
    : null;
}

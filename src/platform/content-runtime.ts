import type { Runtime, Storage } from 'webextension-polyfill';
import { openShadowRootOf } from './dom';
import { ownGlobal } from './own-global';

interface ExtensionApi {
  readonly runtime?: Runtime.Static;
  readonly storage?: Storage.Static;
  readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}

// Once: an element of the page may have the id of a global that the browser lacks.
const api = ownGlobal<ExtensionApi>('browser') ?? ownGlobal<ExtensionApi>('chrome');

/** A port as a content script has it. */
export type ContentPort = Runtime.Port;

/**
 * `runtime` as a content script has it. The polyfill would weigh 3 KB in every frame, and both browsers' own object
 * already gives promises.
 * @throws Error outside an extension
 */
export function contentRuntime(): Runtime.Static {
  const runtime = api?.runtime;
  if (!runtime) throw new Error('This script runs only inside the extension.');
  return runtime;
}

/**
 * Reads from `storage.local`, as a content script may.
 * @returns the items that are there, by key
 * @throws Error where the store is broken, or the extension gone
 */
export async function readStored(keys: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  if (!api?.storage) throw new Error('This script runs only inside the extension.');
  return api.storage.local.get([...keys]);
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

const ownRootOf = Object.getOwnPropertyDescriptor(Element.prototype, 'openOrClosedShadowRoot')?.get;

/** An element's shadow root, closed ones too: `dom.openOrClosedShadowRoot` in Chrome, a property in Firefox. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (ownRootOf) return ownRootOf.call(element);
  return element instanceof HTMLElement
    ? (api?.dom?.openOrClosedShadowRoot(element) ?? openShadowRootOf(element))
    : null;
}

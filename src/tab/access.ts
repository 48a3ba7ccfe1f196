import { api } from '../platform/browser';

/** Hosts that the browsers keep to themselves. */
const CLOSED_HOSTS = new Set([
  'chromewebstore.google.com',
  'chrome.google.com',
  'addons.mozilla.org',
  'accounts-static.cdn.mozilla.net',
]);

/**
 * Whether the browser lets an extension into a page at all. Its own pages and stores are closed to all; local files,
 * until the reader opens them in the browser's settings.
 */
export async function isReadable(url: string): Promise<boolean> {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol === 'file:') return api.extension.isAllowedFileSchemeAccess();
  return /^https?:$/.test(protocol) && !CLOSED_HOSTS.has(hostname);
}

/** The match patterns to ask for, for one site. */
export function originsOf(url: string): string[] {
  const { protocol, hostname } = new URL(url);
  return protocol === 'file:' ? ['file:///*'] : [`*://${hostname}/*`];
}

/** Whether the reader has granted access to a page's site. */
export async function isGranted(url: string): Promise<boolean> {
  return api.permissions.contains({ origins: originsOf(url) });
}

/** What the manifest asks for: every site. */
export const EVERYWHERE = ['<all_urls>'];

/** Whether the reader has granted access to every site. */
export async function isGrantedEverywhere(): Promise<boolean> {
  return api.permissions.contains({ origins: EVERYWHERE });
}

/**
 * Starts Sidelight in a tab that was open before it could: after installation, a grant, or switching a site on.
 * @returns false where the browser lets no extension in
 */
export async function startIn(tabId: number): Promise<boolean> {
  const [entry] = api.runtime.getManifest().content_scripts ?? [];
  if (!entry) return false;
  const { css, js = [] } = entry;
  const start = async (target: { tabId: number; allFrames?: boolean }) => {
    if (css) await api.scripting.insertCSS({ target, files: css, origin: 'USER' });
    await api.scripting.executeScript({ target, files: js, injectImmediately: true });
  };
  try {
    await start({ tabId });
  } catch {
    return false;
  }
  // Frames that never finish loading would never answer: nobody waits for them.
  void start({ tabId, allFrames: true }).catch(() => undefined);
  return true;
}

import { api } from './browser';

const ATLAS = 'src/surfaces/atlas/index.html';

/** The URL of the page that opens after installation. */
export const welcomeUrl = () => api.runtime.getURL('src/surfaces/welcome/index.html');

/**
 * Brings a tab, and the window that it is in, to the front.
 * @throws Error where there is no such tab
 */
export async function bringToFront(tabId: number): Promise<void> {
  const { windowId } = await api.tabs.update(tabId, { active: true });
  if (windowId !== undefined) await api.windows.update(windowId, { focused: true });
}

/** Whether a tab is still there. */
export function isTabOpen(tabId: number): Promise<boolean> {
  return api.tabs.get(tabId).then(
    () => true,
    () => false,
  );
}

/**
 * Opens the atlas in a new tab, or brings it to the front where it is open for the same page already.
 * @param tabId the tab whose mentions it highlights; without it, none are
 * @param hash a position such as `#stack` or `#card=…`; without it, a new tab shows the top, an open one stays
 */
export async function openAtlas(tabId?: number, hash = ''): Promise<void> {
  const page = api.runtime.getURL(ATLAS) + (tabId === undefined ? '' : `?tab=${tabId}`);
  // An extension sees the addresses of its own pages, whatever its permissions.
  const open = (await api.tabs.query({})).find(({ url }) => url?.split('#')[0] === page);
  if (open?.id === undefined) {
    await api.tabs.create({ url: page + hash });
    return;
  }
  if (hash) await api.tabs.update(open.id, { url: page + hash });
  await bringToFront(open.id);
}

import { api } from '../platform/browser';
import { welcomeUrl } from '../platform/tabs';
import type { MessageName } from '../protocol/messages';
import type { TabReport } from '../protocol/reports';
import { siteOf } from '../settings/keys';
import { isSiteOn } from '../settings/sites';
import { EVERYWHERE, isGranted, isGrantedEverywhere, isReadable, originsOf, startIn } from './access';
import { askFrames, mergeReports } from './frames';

const EMPTY = { origins: [], total: 0, cards: [], hasUnreadCode: false } as const;

/** Called when frames of a tab have answered late. */
const lateListeners = new Set<(tabId: number) => void>();

/**
 * Reports a tab: its state, and its cards. Starts Sidelight in a page that may be read but was open before it could.
 * @throws Error if there is no such tab
 */
export async function reportTab(tabId: number): Promise<TabReport> {
  const tab = await api.tabs.get(tabId);
  // The browser hides the addresses of its own pages, and of sites that it gave no access to.
  if (tab.url === undefined && !(await isGrantedEverywhere()))
    return { ...EMPTY, state: 'ungranted', site: null, origins: EVERYWHERE };
  const url = tab.url ?? '';
  const site = siteOf(url);
  // The browser lets no extension into its pages; this one is read by its own script.
  const isWelcome = url.split('#')[0] === welcomeUrl();
  if (!isWelcome && !(await isReadable(url))) return { ...EMPTY, state: 'restricted', site };
  if (!isWelcome && !(await isGranted(url)))
    return { ...EMPTY, state: 'ungranted', site, origins: originsOf(url) };
  if (site !== null && !(await isSiteOn(site))) return { ...EMPTY, state: 'off', site };
  // Asking would load it. It is read when the reader comes back to it.
  if (tab.discarded) return { ...EMPTY, state: 'reading', site };
  const { frames, isStarted, isPaused } = await askFrames(tabId, () => {
    for (const listener of lateListeners) listener(tabId);
  });
  if (isPaused) return { ...EMPTY, state: 'paused', site };
  if (frames[0]?.frameId === 0) return { ...EMPTY, state: 'read', site, ...mergeReports(frames) };
  const willBeRead = isStarted || tab.status !== 'complete' || (await startIn(tabId));
  return { ...EMPTY, state: willBeRead ? 'reading' : 'restricted', site };
}

/**
 * Calls back whenever `reportTab` may have another answer for a tab.
 * @returns removes the listener
 */
export function onReportChanged(tabId: number, listener: () => void): () => void {
  const onTab = (id: number) => {
    if (id === tabId) listener();
  };
  const scanned: MessageName = 'page.scanned';
  const onMessage = (message: unknown, sender: { id?: string; tab?: { id?: number } }): undefined => {
    const isScanned = (message as { name?: unknown } | null)?.name === scanned;
    if (isScanned && sender.id === api.runtime.id && sender.tab?.id === tabId) listener();
  };
  const onAny = () => listener();
  lateListeners.add(onTab);
  api.runtime.onMessage.addListener(onMessage);
  api.tabs.onUpdated.addListener(onTab);
  // The site may have been switched, or come within reach.
  api.storage.local.onChanged.addListener(onAny);
  api.permissions.onAdded.addListener(onAny);
  return () => {
    lateListeners.delete(onTab);
    api.runtime.onMessage.removeListener(onMessage);
    api.tabs.onUpdated.removeListener(onTab);
    api.storage.local.onChanged.removeListener(onAny);
    api.permissions.onAdded.removeListener(onAny);
  };
}

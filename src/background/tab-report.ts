import { api } from '../platform/browser';
import type { TabReport } from '../protocol/messages';
import { siteOf } from '../settings/keys';
import { isSiteOn } from '../settings/sites';
import { EVERYWHERE, isGranted, isGrantedEverywhere, isReadable, originsOf, startIn } from './access';
import { refreshTab } from './refresh';
import { addUp, framesOf } from './tab-reports';
import { welcomeUrl } from './welcome';

const EMPTY = { origins: [], total: 0, cards: [], hasUnreadCode: false } as const;

/**
 * What a tab looks like: which of its states holds, and its cards.
 * A page that may be read, but where nothing has started yet (it was open before), is started.
 */
export async function reportTab(tabId: number): Promise<TabReport> {
  const tab = await api.tabs.get(tabId);
  // The browser hides the addresses of its own pages, and of sites that it gave no access to.
  if (tab.url === undefined && !(await isGrantedEverywhere()))
    return { ...EMPTY, state: 'ungranted', site: null, origins: EVERYWHERE };
  const url = tab.url ?? '';
  const site = siteOf(url);
  // The browser lets no extension into its pages; this one is read by its own script.
  if (url.split('#')[0] === welcomeUrl())
    return { ...EMPTY, state: 'read', site, ...addUp(await framesOf(tabId)) };
  if (!(await isReadable(url))) return { ...EMPTY, state: 'restricted', site };
  if (!(await isGranted(url))) return { ...EMPTY, state: 'ungranted', site, origins: originsOf(url) };
  if (site !== null && !(await isSiteOn(site))) return { ...EMPTY, state: 'off', site };
  await refreshTab(tabId);
  const frames = await framesOf(tabId);
  if (frames.some((frame) => frame.frameId === 0)) return { ...EMPTY, state: 'read', site, ...addUp(frames) };
  const started = tab.status !== 'complete' || (await startIn(tabId));
  return { ...EMPTY, state: started ? 'reading' : 'restricted', site };
}

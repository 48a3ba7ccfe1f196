import { render } from 'preact';
import { outline } from '../../pack/built-in-outline';
import { api } from '../../platform/browser';
import { openPanel } from '../../platform/panel';
import { openAtlas } from '../../platform/tabs';
import { markPage } from '../../platform/text';
import type { TabReport } from '../../protocol/messages';
import { addUp, framesOf } from '../../protocol/stored-reports';
import { send } from '../../protocol/surface';
import { siteOf } from '../../settings/keys';
import { followLook } from '../../settings/look';
import { isSiteOn } from '../../settings/sites';
import { setSetting } from '../../settings/store';
import { App } from './App';
import type { PopupPorts } from './ports';

/** The tab that was active when the popup opened; the popup stays with it. */
let knownTab: number | undefined;
const activeTab = api.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
  if (tab?.id === undefined) throw new Error('The popup opened without an active tab');
  knownTab = tab.id;
  return { id: tab.id, url: tab.url };
});
const tabId = activeTab.then(({ id }) => id);
// Each request reports the failure itself.
tabId.catch(() => undefined);

const askReport = async () => send('tab.report', { tabId: await tabId });
// Asked before anything is drawn: the answer is what the reader waits for.
let firstReport: ReturnType<typeof askReport> | undefined = askReport();
firstReport.catch(() => undefined);

async function storedReport(): Promise<TabReport | null> {
  const { id, url } = await activeTab;
  const site = siteOf(url);
  if (site === null) return null;
  const [frames, isOn] = await Promise.all([framesOf(id), isSiteOn(site)]);
  const isRead = frames.some(({ frameId }) => frameId === 0);
  if (!isRead || !isOn) return null;
  return { state: 'read', site, origins: [], ...addUp(frames) };
}

// What opens elsewhere closes the popup, which Firefox would leave open over the page.
const ports: PopupPorts = {
  report() {
    const answer = firstReport ?? askReport();
    firstReport = undefined;
    return answer;
  },
  storedReport,
  onReportChanged(listener) {
    // Reports live in session storage; whichever changed, asking again is cheap.
    api.storage.session.onChanged.addListener(listener);
    return () => api.storage.session.onChanged.removeListener(listener);
  },
  loadCards: () => import('./whole-cards'),
  async openPanel() {
    // Known by now, and nothing may be awaited before the browser is asked.
    if (knownTab === undefined) return;
    await openPanel(knownTab);
    window.close();
  },
  async openAtlas() {
    await openAtlas(await tabId);
    window.close();
  },
  async openOptions() {
    await api.runtime.openOptionsPage();
    window.close();
  },
  readCode: () => setSetting('code', 'read'),
  setSite: async (site, enabled) => {
    await send('site.set', { site, enabled });
  },
  showMention: async (card, direction) => send('mention.show', { tabId: await tabId, card, direction }),
  returnToReading: async () => {
    await send('mention.return', { tabId: await tabId });
  },
  requestAccess: (origins) => api.permissions.request({ origins: [...origins] }),
};

markPage('popup_title');
await followLook();
const root = document.getElementById('app');
if (root) render(<App ports={ports} pack={outline} />, root);

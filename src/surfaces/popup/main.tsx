import { render } from 'preact';
import { outline } from '../../pack/built-in-outline';
import { api } from '../../platform/browser';
import { openPanel } from '../../platform/panel';
import { openAtlas } from '../../platform/tabs';
import { localisePage } from '../../platform/text';
import { send } from '../../protocol/surface';
import { applyAppearance } from '../../settings/appearance';
import { setSetting } from '../../settings/store';
import { onReportChanged, reportTab } from '../../tab/report';
import { App } from './App';
import type { PopupPorts } from './ports';

/** The tab that was active when the popup opened; the popup stays with it. */
let knownTab: number | undefined;
const tabId = api.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
  if (tab?.id === undefined) throw new Error('The popup opened without an active tab');
  knownTab = tab.id;
  return tab.id;
});
// Each request handles the rejection itself.
tabId.catch(() => undefined);

const askReport = async () => reportTab(await tabId);
// Requested before the first render, since the reader waits for the answer.
let firstReport: ReturnType<typeof askReport> | undefined = askReport();
firstReport.catch(() => undefined);

// Opening another page closes the popup, which Firefox would leave open over that page.
const ports: PopupPorts = {
  report() {
    const answer = firstReport ?? askReport();
    firstReport = undefined;
    return answer;
  },
  onReportChanged: (listener) => (knownTab === undefined ? () => {} : onReportChanged(knownTab, listener)),
  loadCards: () => import('./full-cards'),
  loadSearch: async () => (await import('./search-cards')).search,
  async openPanel() {
    // Not awaited: opening the panel needs the user gesture.
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
  setPaused: async (isPaused) => {
    await send('page.pause', { tabId: await tabId, isPaused });
  },
  setSite: async (site, enabled) => {
    await send('site.set', { site, enabled });
  },
  showMention: async (card, direction) => send('mention.show', { tabId: await tabId, card, direction }),
  returnToReading: async () => {
    await send('mention.return', { tabId: await tabId });
  },
  requestAccess: (origins) => api.permissions.request({ origins: [...origins] }),
};

localisePage('popup_title');
await Promise.all([applyAppearance(), tabId.catch(() => undefined)]);
const root = document.getElementById('app');
if (root) render(<App ports={ports} pack={outline} />, root);

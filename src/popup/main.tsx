import { render } from 'preact';
import { cards } from '../pack/built-in';
import { api } from '../platform/browser';
import { markPage } from '../platform/text';
import { send } from '../protocol/surface';
import { App } from './App';
import type { PopupPorts } from './ports';

/** The tab that was active when the popup opened; the popup stays with it. */
const tabId = api.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
  if (tab?.id === undefined) throw new Error('The popup opened without an active tab');
  return tab.id;
});
// Each request reports the failure itself.
tabId.catch(() => undefined);

const ports: PopupPorts = {
  report: async () => send('tab.report', { tabId: await tabId }),
  onReportChanged(listener) {
    // Reports live in session storage; whichever changed, asking again is cheap.
    api.storage.session.onChanged.addListener(listener);
    return () => api.storage.session.onChanged.removeListener(listener);
  },
  async openOptions() {
    await api.runtime.openOptionsPage();
    // Firefox leaves the popup open over the page.
    window.close();
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

markPage('popup_title');
const root = document.getElementById('app');
if (root) render(<App ports={ports} cards={cards} />, root);

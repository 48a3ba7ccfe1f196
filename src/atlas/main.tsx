import { render } from 'preact';
import { cards } from '../pack/built-in';
import { argument } from '../pack/built-in-argument';
import { api } from '../platform/browser';
import { isTabOpen } from '../platform/tabs';
import { markPage } from '../platform/text';
import { send } from '../protocol/surface';
import { followLook } from '../settings/look';
import { App } from './App';
import type { AtlasPorts } from './ports';

/** The tab whose page lights the atlas; null where it was opened by itself. */
const tab = new URLSearchParams(location.search).get('tab');
const tabId = tab !== null && /^\d{1,15}$/.test(tab) ? Number(tab) : null;

const ports: AtlasPorts = {
  async report() {
    if (tabId === null) return 'unlit';
    return (await isTabOpen(tabId)) ? send('tab.report', { tabId }) : 'closed';
  },
  onReportChanged(listener) {
    if (tabId === null) return () => undefined;
    const whenSeen = () => {
      if (document.visibilityState === 'visible') listener();
    };
    document.addEventListener('visibilitychange', whenSeen);
    // Reports live in session storage; whichever changed, asking again is cheap.
    api.storage.session.onChanged.addListener(whenSeen);
    return () => {
      document.removeEventListener('visibilitychange', whenSeen);
      api.storage.session.onChanged.removeListener(whenSeen);
    };
  },
  async showMention(card) {
    if (tabId === null) return { position: 0, count: 0 };
    const shown = await send('mention.show', { tabId, card, direction: 1 });
    if (shown.count > 0) await send('tab.front', { tabId });
    return shown;
  },
  async goToPage() {
    if (tabId !== null) await send('tab.front', { tabId });
  },
  openOptions: () => api.runtime.openOptionsPage(),
};

const root = document.getElementById('app');
if (root) {
  markPage('atlas_title');
  await followLook();
  performance.mark('atlas-data');
  // A task after the next frame: what is in sight has been painted.
  requestAnimationFrame(() => setTimeout(() => performance.measure('atlas-render', 'atlas-data')));
  render(<App ports={ports} cards={cards} argument={argument} />, root);
}

import { render } from 'preact';
import { cards } from '../../pack/built-in';
import { argument } from '../../pack/built-in-argument';
import { paragraphs } from '../../pack/built-in-paragraphs';
import { api } from '../../platform/browser';
import { openAtlas } from '../../platform/tabs';
import { localisePage } from '../../platform/text';
import type { FollowRequest } from '../../protocol/reading-port';
import { send } from '../../protocol/surface';
import { applyAppearance } from '../../settings/appearance';
import { setSetting } from '../../settings/store';
import { onReportChanged, reportTab } from '../../tab/report';
import { ParagraphProvider } from '../../ui/citations';
import { App } from './App';
import { watchTab } from './beside-tab';
import { followTab } from './followed-tab';
import type { PanelPorts } from './ports';

// Several cards may have the same figure.
const figures = new Map(
  cards.flatMap((card) => card.figures).map(({ id, parties }) => [id, { id, parties }]),
);
const interest: FollowRequest = { figures: [...figures.values()] };

const ports: PanelPorts = {
  onTab: watchTab,
  report: reportTab,
  onReportChanged,
  follow: (tabId, listener) => followTab(tabId, interest, listener),
  showMention: (tabId, card, direction) => send('mention.show', { tabId, card, direction }),
  returnToReading: async (tabId) => {
    await send('mention.return', { tabId });
  },
  readCode: () => setSetting('code', 'read'),
  resume: async (tabId) => {
    await send('page.pause', { tabId, isPaused: false });
  },
  setSite: async (site, enabled) => {
    await send('site.set', { site, enabled });
  },
  requestAccess: (origins) => api.permissions.request({ origins: [...origins] }),
  openAtlas: (tabId) => openAtlas(tabId),
  openOptions: () => api.runtime.openOptionsPage(),
};

localisePage('panel_title');
await applyAppearance();
const root = document.getElementById('app');
if (root)
  render(
    <ParagraphProvider value={paragraphs}>
      <App ports={ports} cards={cards} argument={argument} />
    </ParagraphProvider>,
    root,
  );

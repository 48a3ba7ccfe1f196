import { findGroups, readBlock, readTitle, relatedIn } from '../core/read-block';
import { api } from '../platform/browser';
import { openPanel } from '../platform/panel';
import { bringToFront, openAtlas, welcomeUrl } from '../platform/tabs';
import { checkBackgroundRequest } from '../protocol/messages';
import { type Handlers, receive, type Sender } from '../protocol/receive';
import { notifyFrames } from '../protocol/surface';
import { correctionsFor, listCorrections } from '../settings/corrections';
import { siteOf } from '../settings/keys';
import { isSiteOn, setSite, sitesOff } from '../settings/sites';
import { getSettings, onSettingsChanged } from '../settings/store';
import { eraseStorage } from '../settings/stored';
import { startIn } from '../tab/access';
import { setPaused } from '../tab/frames';
import { onSessionStart, startEverywhere, startInNextPage } from './access';
import { paintBadge, updateBadge } from './badge';
import { removeStored, storeCorrection, undoCorrection } from './corrections';
import { prepareToFollow } from './follow';
import { loadScript } from './frame-scripts';
import { storeTables } from './frame-tables';
import { engine, findCard, readTable } from './pack-tables';
import { refreshFrames } from './refresh-frames';
import { shortcutKeys } from './shortcuts';
import { openInTab, returnInTab, showInTab, stepInTab } from './stepping';
import { welcome } from './welcome';

// Every listener is registered while this file first runs, so that the browser can wake the background for it.
// No state is kept in variables: the background may be stopped between any two steps.

const isOwnExtension = (sender: Sender) => sender.id === api.runtime.id;
const isSurface = (sender: Sender) =>
  isOwnExtension(sender) && sender.url?.startsWith(api.runtime.getURL('')) === true;
/** The welcome page is read, marked and explained as any page is. */
const isWelcome = (sender: Sender) => sender.url?.split('#')[0] === welcomeUrl();
const isFrame = (sender: Sender) =>
  isOwnExtension(sender) &&
  sender.tab?.id !== undefined &&
  sender.frameId !== undefined &&
  (!isSurface(sender) || isWelcome(sender));

function frameOf(sender: Sender): { tabId: number; frameId: number } {
  return { tabId: sender.tab?.id ?? -1, frameId: sender.frameId ?? -1 };
}

/** The site of the page that a frame belongs to. */
const siteOfTab = (sender: Sender) => siteOf(sender.tab?.url ?? sender.url);

const handlers: Handlers = {
  'site.ask': {
    from: isFrame,
    async answer(_request, sender) {
      const site = siteOfTab(sender);
      const [enabled, keys, corrections, settings] = await Promise.all([
        site === null || isSiteOn(site),
        shortcutKeys(),
        correctionsFor(site),
        getSettings(),
      ]);
      return { enabled, keys, corrections, settings };
    },
  },
  'page.scanned': {
    from: isFrame,
    async answer(_request, sender) {
      await updateBadge(frameOf(sender).tabId);
      return {};
    },
  },
  'page.replaced': {
    from: isFrame,
    answer(_request, sender) {
      startInNextPage(frameOf(sender).tabId);
      return {};
    },
  },
  'table.get': {
    from: isFrame,
    async answer({ name }) {
      const table = await readTable(name);
      await storeTables();
      return { table };
    },
  },
  'script.load': {
    from: isFrame,
    async answer({ script }, sender) {
      // The welcome page has brought them along.
      if (!isWelcome(sender)) await loadScript(script, frameOf(sender));
      return {};
    },
  },
  'blocks.read': {
    from: isFrame,
    async answer({ blocks, page }) {
      const pack = await engine();
      const readings = blocks.map(({ text, isHeading }) => readBlock(text, isHeading, pack));
      const related = relatedIn(readings, pack);
      return {
        readings,
        related,
        groups: findGroups(Object.keys(related), pack),
        ...(page && { title: readTitle(page, pack) }),
      };
    },
  },
  'card.get': {
    from: isFrame,
    answer: ({ card }) => findCard(card),
  },
  'panel.open': {
    from: isFrame,
    async answer(_request, sender) {
      // Nothing is awaited before: the click that asks for it counts for a moment only.
      await openPanel(frameOf(sender).tabId);
      return {};
    },
  },
  'correction.add': {
    from: isFrame,
    answer: (request, sender) => storeCorrection(request, siteOfTab(sender)),
  },
  'correction.undo': {
    from: isFrame,
    answer: (request, sender) => removeStored(request, siteOfTab(sender)),
  },
  'atlas.open': {
    from: isFrame,
    async answer({ card }, sender) {
      await openAtlas(frameOf(sender).tabId, `#card=${card}`);
      return {};
    },
  },
  'corrections.list': {
    from: isSurface,
    answer: async () => ({ corrections: await listCorrections() }),
  },
  'correction.remove': {
    from: isSurface,
    async answer({ id }) {
      await undoCorrection(id);
      return {};
    },
  },
  'store.erase': {
    from: isSurface,
    async answer() {
      await eraseStorage();
      for (const { id } of await api.tabs.query({})) if (id !== undefined) await stopIn(id);
      await api.storage.session.clear();
      await storeTables();
      await startEverywhere();
      return {};
    },
  },
  'sites.list': { from: isSurface, answer: async () => ({ off: await sitesOff() }) },
  'tab.front': {
    from: isSurface,
    async answer({ tabId }) {
      await bringToFront(tabId);
      return {};
    },
  },
  'page.follow': {
    from: isSurface,
    answer: async ({ tabId, connected }) => ({ frames: await prepareToFollow(tabId, connected) }),
  },
  'page.pause': {
    from: isSurface,
    async answer({ tabId, isPaused }) {
      if (isPaused) await notifyFrames(tabId, 'frame.stop');
      await setPaused(tabId, isPaused);
      if (isPaused) await updateBadge(tabId);
      else await startIn(tabId);
      return {};
    },
  },
  'site.set': {
    from: isSurface,
    async answer({ site, enabled }) {
      await setSite(site, enabled);
      for (const { id, url } of await api.tabs.query({})) {
        if (id === undefined || siteOf(url) !== site) continue;
        if (enabled) await startIn(id);
        else await stopIn(id);
      }
      return {};
    },
  },
  'mention.show': {
    from: isSurface,
    answer: ({ tabId, card, direction }) => showInTab(tabId, card, direction),
  },
  'mention.step': {
    from: isFrame,
    async answer({ direction }, sender) {
      await stepInTab(frameOf(sender).tabId, direction);
      return {};
    },
  },
  'mention.open': {
    from: isFrame,
    async answer(_request, sender) {
      await openInTab(frameOf(sender).tabId);
      return {};
    },
  },
  'mention.return': {
    from: isSurface,
    async answer({ tabId }) {
      await returnInTab(tabId);
      return {};
    },
  },
};

async function stopIn(tabId: number): Promise<void> {
  await notifyFrames(tabId, 'frame.stop');
  await updateBadge(tabId);
}

api.runtime.onMessage.addListener(
  receive(handlers, checkBackgroundRequest) as Parameters<typeof api.runtime.onMessage.addListener>[0],
);
api.runtime.onInstalled.addListener((details) => void welcome(details));
onSettingsChanged(() => void refreshFrames(() => true));
api.permissions.onAdded.addListener(() => void startEverywhere());
api.commands.onCommand.addListener(async (command) => {
  const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  if (command === 'open-mention') await openInTab(tab.id);
  else await stepInTab(tab.id, command === 'previous-mention' ? -1 : 1);
});

void onSessionStart(async () => {
  await Promise.all([paintBadge(), storeTables()]);
  await startEverywhere();
});

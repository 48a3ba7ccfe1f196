import { readFileSync } from 'node:fs';
import type { CardCount, FrameAnswer } from '../src/protocol/reports';
import type { Envelope, Reply } from '../src/protocol/send';

/** A tab of the fake browser; without `url` where the browser hides its address. */
export interface FakeTab {
  readonly id: number;
  readonly windowId?: number;
  readonly url?: string;
  readonly status?: 'loading' | 'complete';
  readonly discarded?: boolean;
}

type Frame = (envelope: Envelope) => Reply;
type Listener = (...values: never[]) => unknown;

const EXTENSION = 'chrome-extension://sidelight/';

/** What the fake browser holds; tests set it up and look at it. */
export const browser = {
  local: new Map<string, unknown>(),
  session: new Map<string, unknown>(),
  /** Set where the store refuses to take more. */
  isFull: false,
  tabs: [] as FakeTab[],
  activeTab: undefined as number | undefined,
  focusedWindow: undefined as number | undefined,
  granted: new Set<string>(),
  mayReadFiles: false,
  installType: 'normal',
  commands: [] as { name: string; shortcut: string }[],
  /** How frames answer, by `tab:frame`; a frame that is not here is gone. */
  frames: new Map<string, Frame>(),
  /** Tabs that no script may be put into. */
  closedTabs: new Set<number>(),
  /** Tabs with a frame that is busy without end, so that work in all frames never ends. */
  endlessTabs: new Set<number>(),
  /** How long a frame of each tab is busy, so that work in all frames takes as long, in milliseconds. */
  busyMs: 0,
  /** Scripts and sheets put into pages: `file → tab`, or `file → tab:frames`. */
  inserted: [] as string[],
  /** What the manifest says of the origin of the sheet in pages: `user` in Firefox, nothing in Chrome. */
  isFirefox: false,
  /** The origins that sheets were put into pages with. */
  sheetOrigins: new Set<string>(),
  badges: new Map<number, string>(),
  listeners: {} as Record<string, Listener>,
};

/** Brings everything but listeners back to a browser that was just installed. */
export function resetBrowser(): void {
  for (const map of [browser.local, browser.session, browser.granted, browser.frames, browser.badges])
    map.clear();
  for (const tabs of [browser.closedTabs, browser.endlessTabs]) tabs.clear();
  browser.sheetOrigins.clear();
  Object.assign(browser, {
    isFull: false,
    tabs: [],
    activeTab: undefined,
    focusedWindow: undefined,
    mayReadFiles: false,
    installType: 'normal',
    commands: [],
    busyMs: 0,
    inserted: [],
    isFirefox: false,
  });
}

/** Sends the background a message, as the browser would. @returns the reply, or undefined where nobody answers */
export function sendMessage(message: unknown, sender: object): Promise<Reply | undefined> {
  const listener = browser.listeners['runtime.onMessage'] as unknown as (
    message: unknown,
    sender: object,
    sendResponse: (reply: Reply) => void,
  ) => true | undefined;
  return new Promise((resolve) => {
    if (listener(message, sender, resolve) !== true) resolve(undefined);
  });
}

// Every step takes its turn, as it does between processes: who reads and then writes can be overtaken.
const turn = () => Promise.resolve();

/** Lets everything that was started, and that nobody waits for, come to its end. */
export const settle = () => new Promise((resolve) => setImmediate(resolve));

function storageArea(store: Map<string, unknown>) {
  return {
    async get(key: string | null) {
      await turn();
      const all = Object.fromEntries([...store].filter(([name]) => key === null || name === key));
      return structuredClone(all);
    },
    async set(items: Record<string, unknown>) {
      await turn();
      if (browser.isFull) throw new Error('QUOTA_BYTES quota exceeded');
      for (const [name, value] of Object.entries(items)) store.set(name, structuredClone(value));
    },
    async clear() {
      await turn();
      store.clear();
    },
    async remove(names: string | readonly string[]) {
      await turn();
      for (const name of [names].flat()) store.delete(name);
    },
  };
}

const event = (name: string) => ({
  addListener(listener: Listener) {
    browser.listeners[name] = listener;
  },
  removeListener() {
    delete browser.listeners[name];
  },
});

interface Injection {
  readonly target: {
    readonly tabId: number;
    readonly frameIds?: readonly number[];
    readonly allFrames?: boolean;
  };
  readonly files?: readonly string[];
  readonly func?: unknown;
  readonly origin?: string;
}

/** A report with cards as `id: count`; each mention weighs 1. */
export const reportOf = (cards: Readonly<Record<string, number>>) => ({
  cards: Object.entries(cards).map(([card, count]): CardCount => ({ card, count, leading: 0, tier: 0 })),
  hasUnreadCode: false,
  reachedAt: 0,
});

/**
 * Puts a frame with a session into a tab.
 * @param answer what it answers whoever asks what it has
 * @param others how it answers all else
 */
export function addFrame(
  tabId: number,
  frameId: number,
  answer: FrameAnswer | (() => FrameAnswer),
  others: Frame = () => ({ ok: true, response: {} }),
): void {
  browser.frames.set(`${tabId}:${frameId}`, (envelope) =>
    envelope.name === 'frame.report'
      ? { ok: true, response: { answer: typeof answer === 'function' ? answer() : answer } }
      : others(envelope),
  );
}

/** The one function that is put into frames asks what they have. */
function askAll(tabId: number): { frameId: number; result: unknown }[] {
  return [...browser.frames]
    .filter(([key]) => key.startsWith(`${tabId}:`))
    .map(([key, frame]) => {
      const reply = frame({ name: 'frame.report', request: {} });
      const answer = reply.ok && 'answer' in reply.response ? reply.response.answer : null;
      return { frameId: Number(key.split(':')[1]), result: answer };
    });
}

async function insert({ target: { tabId, frameIds, allFrames }, files = [], func, origin }: Injection) {
  await turn();
  if (origin) browser.sheetOrigins.add(origin);
  if (browser.closedTabs.has(tabId)) throw new Error(`Cannot access contents of tab ${tabId}.`);
  const frames = allFrames ? ':all' : frameIds ? `:${frameIds}` : '';
  for (const file of files) browser.inserted.push(`${file} → ${tabId}${frames}`);
  if (allFrames && browser.endlessTabs.has(tabId)) await new Promise(() => {});
  if (allFrames && browser.busyMs > 0) await new Promise((free) => setTimeout(free, browser.busyMs));
  return func ? askAll(tabId) : [];
}

/** The data files of the extension, as the build puts them beside its scripts. */
globalThis.fetch = async (url) =>
  new Response(readFileSync(String(url).replace(`${EXTENSION}data/`, '.generated/')));

/** Stands in for `api` of `src/platform/browser`. */
export const api = {
  storage: {
    local: { ...storageArea(browser.local), onChanged: event('storage.local.onChanged') },
    session: storageArea(browser.session),
  },
  runtime: {
    id: 'sidelight',
    getURL: (path: string) => EXTENSION + path,
    getManifest: () => ({
      version: '1.2.3',
      content_scripts: [{ js: ['content.js'], ...(browser.isFirefox && { css: ['marks.css'] }) }],
    }),
    onMessage: event('runtime.onMessage'),
    onInstalled: event('runtime.onInstalled'),
  },
  tabs: {
    async get(id: number) {
      await turn();
      const tab = browser.tabs.find((each) => each.id === id);
      if (!tab) throw new Error(`No tab with id: ${id}.`);
      return tab;
    },
    async update(id: number, { active, url }: { active?: boolean; url?: string }) {
      const tab = await api.tabs.get(id);
      if (active) browser.activeTab = id;
      if (url !== undefined)
        browser.tabs = browser.tabs.map((each) => (each.id === id ? { ...each, url } : each));
      return tab;
    },
    async create({ url, active = true }: { url: string; active?: boolean }) {
      await turn();
      const id = Math.max(0, ...browser.tabs.map((each) => each.id)) + 1;
      browser.tabs = [...browser.tabs, { id, url }];
      if (active) browser.activeTab = id;
    },
    async query({ active }: { active?: boolean }) {
      await turn();
      return browser.tabs.filter(({ id }) => !active || id === browser.activeTab);
    },
    async sendMessage(tabId: number, envelope: Envelope, to?: { frameId: number }) {
      await turn();
      const isMeant = (key: string) => (to ? key === `${tabId}:${to.frameId}` : key.startsWith(`${tabId}:`));
      // All that are meant hear it; one answer comes back.
      const replies = [...browser.frames].filter(([key]) => isMeant(key)).map(([, frame]) => frame(envelope));
      if (replies.length === 0)
        throw new Error('Could not establish connection. Receiving end does not exist.');
      return replies[0];
    },
    onUpdated: event('tabs.onUpdated'),
  },
  windows: {
    async update(id: number) {
      await turn();
      browser.focusedWindow = id;
    },
  },
  permissions: {
    async contains({ origins }: { origins: readonly string[] }) {
      await turn();
      return origins.every((origin) => browser.granted.has(origin) || browser.granted.has('<all_urls>'));
    },
    onAdded: event('permissions.onAdded'),
  },
  management: { getSelf: async () => ({ installType: browser.installType }) },
  extension: { isAllowedFileSchemeAccess: async () => browser.mayReadFiles },
  sidebarAction: { open: async () => {} },
  scripting: { insertCSS: insert, executeScript: insert },
  commands: { getAll: async () => browser.commands, onCommand: event('commands.onCommand') },
  action: {
    async setBadgeText({ tabId, text }: { tabId: number; text: string }) {
      await turn();
      if (!browser.tabs.some(({ id }) => id === tabId)) throw new Error(`No tab with id: ${tabId}.`);
      browser.badges.set(tabId, text);
    },
    setBadgeBackgroundColor: async () => undefined,
    setBadgeTextColor: async () => undefined,
  },
};

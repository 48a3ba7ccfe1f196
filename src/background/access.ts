import { api } from '../platform/browser';
import { isReadable, startIn } from '../tab/access';

/** In session storage, which lasts as long as this run of the extension. */
const STARTED_KEY = 'has-begun';
/** The longest wait for the next page, in milliseconds. */
const PAGE_TIMEOUT_MS = 10_000;

/**
 * Calls back once in each run of the extension: after it was installed, updated or switched on, or the browser started.
 * Session storage ends with the run.
 */
export async function onSessionStart(start: () => unknown): Promise<void> {
  if ((await api.storage.session.get(STARTED_KEY))[STARTED_KEY]) return;
  await api.storage.session.set({ [STARTED_KEY]: true });
  await start();
}

/**
 * Starts Sidelight in the next page of a tab: if Firefox brings it back from the back/forward cache, its content script
 * belongs to an earlier run of the extension.
 */
export function startInNextPage(tabId: number): void {
  const end = () => {
    clearTimeout(timer);
    api.tabs.onUpdated.removeListener(onUpdated);
  };
  const onUpdated = (updated: number, { status }: { status?: string }) => {
    if (updated !== tabId || status !== 'complete') return;
    end();
    void startIn(tabId);
  };
  const timer = setTimeout(end, PAGE_TIMEOUT_MS);
  api.tabs.onUpdated.addListener(onUpdated);
}

/** Starts Sidelight in every open tab that it may read. */
export async function startEverywhere(): Promise<void> {
  const tabs = await api.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id, url, discarded }) => {
      if (id !== undefined && !discarded && url && (await isReadable(url))) await startIn(id);
    }),
  );
}

import { api } from '../platform/browser';
import { isReadable, startIn } from '../tab/access';

/** In session storage, which lasts as long as this run of the extension. */
const STARTED_KEY = 'has-begun';
/** When a page from the back/forward cache has come in place of another, in milliseconds after that was left. */
const NEXT_PAGE_MS = [300, 2_000];

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
 * belongs to an earlier run of the extension. A page that has its script already is left as it is. No listener for tabs
 * waits for the page: one that the background is stopped with would be kept, and wake it for every page from then on.
 */
export function startInNextPage(tabId: number): void {
  for (const delay of NEXT_PAGE_MS) setTimeout(() => void startIn(tabId), delay);
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

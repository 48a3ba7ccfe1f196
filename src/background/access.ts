import { api } from '../platform/browser';
import { isReadable, startIn } from '../tab/access';

/** What is kept for one life of the extension: the tabs that were open when it began. */
const OPEN_BEFORE = 'open-before';

/**
 * Starts Sidelight in the tabs that were open before this life of the extension began: it was installed, updated or
 * switched on. Once in each life, which the session's storage ends with.
 */
export async function startInOpenTabs(): Promise<void> {
  if (await openBefore()) return;
  const tabs = await api.tabs.query({});
  await api.storage.session.set({ [OPEN_BEFORE]: tabs.map(({ id }) => id) });
  await startEverywhere();
}

/**
 * Starts Sidelight in a tab again where it was open before this life began: a page that Firefox brings back from the
 * tab's history had its script in the life before.
 */
export async function startInOlderTab(tabId: number): Promise<void> {
  if ((await openBefore())?.includes(tabId)) await startIn(tabId);
}

async function openBefore(): Promise<readonly number[] | undefined> {
  return (await api.storage.session.get(OPEN_BEFORE))[OPEN_BEFORE] as readonly number[] | undefined;
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

import { api } from '../platform/browser';
import { isReadable, startIn } from '../tab/access';

/** Kept for one life of the extension. */
const HAS_BEGUN = 'has-begun';
/** A page that has not come by then, in milliseconds, is not waited for. */
const PATIENCE_MS = 10_000;

/**
 * Calls back when a life of the extension begins: it was installed, updated or switched on, or the browser was started.
 * The session's storage ends with it.
 */
export async function onBegin(begin: () => unknown): Promise<void> {
  if ((await api.storage.session.get(HAS_BEGUN))[HAS_BEGUN]) return;
  await api.storage.session.set({ [HAS_BEGUN]: true });
  await begin();
}

/**
 * Starts Sidelight in the page that comes next in a tab: what Firefox brings back from the tab's history had its script
 * in the life before.
 */
export function startInNextPage(tabId: number): void {
  const end = () => {
    clearTimeout(timer);
    api.tabs.onUpdated.removeListener(hear);
  };
  const hear = (updated: number, { status }: { status?: string }) => {
    if (updated !== tabId || status !== 'complete') return;
    end();
    void startIn(tabId);
  };
  const timer = setTimeout(end, PATIENCE_MS);
  api.tabs.onUpdated.addListener(hear);
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

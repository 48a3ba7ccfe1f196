import { api } from '../platform/browser';
import { formatNumber } from '../platform/text';
import { askFrames, mergeReports } from '../tab/frames';

/** What the badge shows of a number: it has room for four characters. */
export function badgeText(total: number): string {
  if (total === 0) return '';
  return total > 999 ? `${formatNumber(999)}+` : formatNumber(total);
}

/** Ink on amber, in both schemes. */
export async function paintBadge(): Promise<void> {
  await api.action.setBadgeBackgroundColor({ color: '#f2b33d' });
  await api.action.setBadgeTextColor({ color: '#15191e' });
}

interface Update {
  /** Whether something has changed since the frames were asked. */
  isStale: boolean;
  readonly done: Promise<void>;
}

/** Running updates, by tab. If the background is stopped they are lost: frames repeat a notification without an answer. */
const updates = new Map<number, Update>();

/** Shows on the toolbar button how many mentions a tab has. A tab that is gone is no error. */
export function updateBadge(tabId: number): Promise<void> {
  const current = updates.get(tabId);
  if (current) {
    current.isStale = true;
    return current.done;
  }
  const update: Update = {
    isStale: false,
    done: Promise.resolve()
      .then(() => show(tabId, update))
      .finally(() => updates.delete(tabId)),
  };
  updates.set(tabId, update);
  return update.done;
}

async function show(tabId: number, update: Update): Promise<void> {
  // Twice: between answer and badge, the tab may have gone on to a page that has nothing to tell.
  for (let asked = 0; asked < 2 || update.isStale; asked++) {
    update.isStale = false;
    const { frames } = await askFrames(tabId, () => void updateBadge(tabId));
    await api.action
      .setBadgeText({ tabId, text: badgeText(mergeReports(frames).total) })
      .catch(() => undefined);
  }
}

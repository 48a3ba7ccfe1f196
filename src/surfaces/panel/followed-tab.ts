import { api } from '../../platform/browser';
import { type FollowRequest, isView, READING_PORT, type View } from '../../protocol/reading-port';
import { send } from '../../protocol/surface';
import { mergeViews } from './page-view';
import type { FollowedTab } from './ports';

/**
 * Follows what is on a tab's screen. The background loads a script into the tab's frames; the panel opens a port to each,
 * and the script stops for good when the port closes.
 * @param request what the frames are told at once
 * @param listener told what all frames together have on their screens; null when nobody speaks for the tab any more
 */
export function followTab(
  tabId: number,
  request: FollowRequest,
  listener: (view: View | null) => void,
): FollowedTab {
  const ports = new Map<number, ReturnType<typeof api.tabs.connect>>();
  const views = new Map<number, View>();
  let isStopped = false;
  const notify = () => listener(mergeViews(views));

  const connect = (frameId: number) => {
    const port = api.tabs.connect(tabId, { frameId, name: READING_PORT });
    ports.set(frameId, port);
    port.onMessage.addListener((message: unknown) => {
      if (isStopped || !isView(message)) return;
      views.set(frameId, message);
      notify();
    });
    port.onDisconnect.addListener(() => {
      ports.delete(frameId);
      if (views.delete(frameId) && !isStopped) notify();
    });
    port.postMessage(request);
  };

  return {
    async refresh() {
      const { frames } = await send('page.follow', { tabId, connected: [...ports.keys()] });
      // Meanwhile another answer may have come, or the tab may be another.
      for (const frameId of frames) if (!isStopped && !ports.has(frameId)) connect(frameId);
    },
    stop() {
      isStopped = true;
      for (const port of ports.values()) port.disconnect();
    },
  };
}

import { api } from '../../platform/browser';
import { type FollowRequest, isView, READING_PORT, type View } from '../../protocol/reading-port';
import { send } from '../../protocol/surface';
import { mergeViews } from './page-view';
import type { FollowedTab } from './ports';

/**
 * Follows the viewport of a tab. The background loads a script into its frames; the panel opens a port to each, and the
 * script stops when the port closes.
 * @param request the first message to each frame
 * @param listener called with the merged view of all frames; null once no frame is connected
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
      // Meanwhile a concurrent refresh may have connected the frame, or `stop` may have been called.
      for (const frameId of frames) if (!isStopped && !ports.has(frameId)) connect(frameId);
    },
    stop() {
      isStopped = true;
      for (const port of ports.values()) port.disconnect();
    },
  };
}

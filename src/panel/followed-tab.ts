import { api } from '../platform/browser';
import { type Interest, isView, READING_PORT, type View } from '../protocol/reading-port';
import { send } from '../protocol/surface';
import { mergeViews } from './page-view';
import type { Followed } from './ports';

type Port = Parameters<Parameters<typeof api.runtime.onConnect.addListener>[0]>[0];

/**
 * Follows what is on a tab's screen. The background loads a script into the tab's frames; each opens a port to the panel,
 * and stops for good when the port closes.
 * @param interest what the frames are told at once
 * @param listener told what all frames together have on their screens; null when nobody speaks for the tab any more
 */
export function followTab(
  tabId: number,
  interest: Interest,
  listener: (view: View | null) => void,
): Followed {
  const ports = new Map<number, Port>();
  const views = new Map<number, View>();
  const tell = () => listener(mergeViews(views));

  const take = (port: Port) => {
    const { sender } = port;
    const { frameId } = sender ?? {};
    const isOurs = sender?.id === api.runtime.id && !sender.url?.startsWith(api.runtime.getURL(''));
    if (port.name !== READING_PORT || !isOurs || frameId === undefined) return;
    // Another panel's tab. Held by nobody, the port would keep the page at work.
    if (sender?.tab?.id !== tabId) {
      port.disconnect();
      return;
    }
    // A frame that was asked twice speaks through its newest port.
    ports.get(frameId)?.disconnect();
    ports.set(frameId, port);
    port.onMessage.addListener((message: unknown) => {
      if (!isView(message) || ports.get(frameId) !== port) return;
      views.set(frameId, message);
      tell();
    });
    port.onDisconnect.addListener(() => {
      if (ports.get(frameId) !== port) return;
      ports.delete(frameId);
      views.delete(frameId);
      tell();
    });
    port.postMessage(interest);
  };
  api.runtime.onConnect.addListener(take);

  return {
    async refresh() {
      await send('page.follow', { tabId, connected: [...ports.keys()] });
    },
    stop() {
      api.runtime.onConnect.removeListener(take);
      for (const port of ports.values()) port.disconnect();
      ports.clear();
    },
  };
}

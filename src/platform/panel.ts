import { api } from './browser';

/** Chrome's side panel API, which the polyfill lacks. */
const sidePanel = () => (globalThis as { chrome?: typeof chrome }).chrome?.sidePanel;

/**
 * Opens the panel beside a tab: Chrome's side panel, Firefox's sidebar. Needs a user gesture, so it has to be called
 * before anything is awaited. Firefox accepts gestures in the extension's own pages only.
 * @throws Error where the browser refuses
 */
export async function openPanel(tabId: number): Promise<void> {
  const panel = sidePanel();
  await (panel ? panel.open({ tabId }) : api.sidebarAction.open());
}

import { api } from './browser';

/** Chrome's side panel, which the polyfill does not know. */
const sidePanel = () => (globalThis as { chrome?: typeof chrome }).chrome?.sidePanel;

/**
 * Opens the panel beside a tab: Chrome's side panel, Firefox's sidebar. Has to be called while a click or a key press is
 * being handled, before anything is awaited. Firefox takes that only from the extension's own pages.
 * @throws Error where the browser refuses
 */
export async function openPanel(tabId: number): Promise<void> {
  const panel = sidePanel();
  await (panel ? panel.open({ tabId }) : api.sidebarAction.open());
}

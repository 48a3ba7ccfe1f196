import { api } from '../../platform/browser';

/**
 * Watches the tab beside the panel: the active tab of its window, or the one in its address (`?tab=7`), where the
 * panel is open as a page.
 * @param listener called with the tab's id, first and after each change
 * @returns a function that stops it
 */
export function watchTab(listener: (tabId: number) => void): () => void {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) {
    listener(Number(named));
    return () => {};
  }
  let windowId: number | undefined;
  const onActivated = ({ tabId, windowId: where }: { tabId: number; windowId: number }) => {
    if (where === windowId) listener(tabId);
  };
  api.tabs.onActivated.addListener(onActivated);
  void api.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
    windowId = tab?.windowId;
    if (tab?.id !== undefined) listener(tab.id);
  });
  return () => api.tabs.onActivated.removeListener(onActivated);
}

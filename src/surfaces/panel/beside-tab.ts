import { api } from '../../platform/browser';

/**
 * Tells which tab the panel stands beside: its window's active one, or the one that its address names (`?tab=7`), where
 * it is open as a page of its own.
 * @param listener called with the tab's id, now and whenever it is another
 * @returns how to stop that
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

import { useEffect, useRef, useState } from 'preact/hooks';
import type { AppProps } from './ports';
import { TabPanel } from './TabPanel';
import type { Memory } from './use-panel';

/**
 * The side panel: follows the reader through the page of the tab that it stands beside.
 * @param props the panel's ports, the pack's cards and its argument
 * @returns the whole panel; nothing until its tab is known
 */
export function App({ ports, cards, argument }: AppProps) {
  const [tabId, setTabId] = useState<number>();
  const memory = useRef<Memory>(new Map());
  useEffect(() => ports.onTab(setTabId), [ports]);
  if (tabId === undefined) return null;
  // Keyed by tab: of another tab's state, only what `memory` holds is kept.
  return (
    <TabPanel
      key={tabId}
      ports={ports}
      tabId={tabId}
      cards={cards}
      argument={argument}
      memory={memory.current}
    />
  );
}

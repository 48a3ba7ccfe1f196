import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { TabReport } from '../../protocol/reports';
import { advance, INITIAL, type PanelEvent, type PanelState } from './panel-state';
import type { Followed, PanelPorts } from './ports';

/** What the panel remembers of tabs that it left, so that no trail is lost. */
export type Memory = Map<number, PanelState>;

/**
 * Where the reader stands beside one tab, and the steps from there.
 * @param report the tab's report: new frames are followed when it changes
 * @param reload asks for a new report; it also finds out when nobody answers
 * @returns the state, and how to change it
 */
export function usePanel(
  ports: PanelPorts,
  tabId: number,
  memory: Memory,
  report: TabReport | null,
  reload: () => Promise<void>,
) {
  const [state, send] = useReducer<PanelState, PanelEvent>(advance, recall(memory.get(tabId)));
  memory.set(tabId, state);

  const followed = useRef<Followed | undefined>(undefined);
  useEffect(() => {
    const current = ports.follow(tabId, (view) => send({ type: 'viewed', view }));
    followed.current = current;
    return () => current.stop();
  }, [ports, tabId]);
  useEffect(() => {
    if (report?.state === 'read' && report.total > 0) followed.current?.refresh().catch(reload);
  }, [report, reload]);

  const showMention = (card: string, direction: 1 | -1) => {
    ports
      .showMention(tabId, card, direction)
      .then((shown) => send({ type: 'visited', card, ...shown }), reload);
  };
  const goBackInPage = () => {
    send({ type: 'returned' });
    ports.returnToReading(tabId).catch(reload);
  };
  return { state, send, showMention, goBackInPage };
}

/** What the page has on its screen may be another page's by now. */
function recall(before: PanelState | undefined): PanelState {
  return before ? { ...before, latest: null, shown: null, isHeld: false } : INITIAL;
}

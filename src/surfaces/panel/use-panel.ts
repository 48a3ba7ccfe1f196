import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks';
import type { TabReport } from '../../protocol/reports';
import { type Answer, useAnswer } from '../../ui/use-answer';
import { INITIAL, type PanelEvent, type PanelState, reduce } from './panel-state';
import type { FollowedTab, PanelPorts } from './ports';

/** The states of tabs that the panel has left, by tab id, so that no trail is lost. */
export type Memory = Map<number, PanelState>;

/** A tab's report and the panel's state for it, with what changes them. */
export interface Panel extends Answer<TabReport> {
  readonly state: PanelState;
  readonly dispatch: (event: PanelEvent) => void;
  /** Scrolls the page to a card's next (1) or previous (-1) mention. */
  readonly showMention: (card: string, direction: 1 | -1) => void;
  /** Scrolls the page back to where the reader was before the first `showMention`. */
  readonly returnToReading: () => void;
}

/**
 * Connects the panel to one tab, for as long as it stands beside it.
 * @param memory where the state is kept when the panel moves to another tab
 */
export function usePanel(ports: PanelPorts, tabId: number, memory: Memory): Panel {
  const answered = useAnswer(
    useCallback(() => ports.report(tabId), [ports, tabId]),
    useCallback((listener: () => void) => ports.onReportChanged(tabId, listener), [ports, tabId]),
  );
  const { answer: report, reload } = answered;
  const [state, dispatch] = useReducer<PanelState, PanelEvent>(reduce, recall(memory.get(tabId)));
  memory.set(tabId, state);

  const followed = useRef<FollowedTab | undefined>(undefined);
  useEffect(() => {
    const current = ports.follow(tabId, (view) => dispatch({ type: 'viewed', view }));
    followed.current = current;
    return () => current.stop();
  }, [ports, tabId]);
  // A changed report may come from a new frame.
  useEffect(() => {
    if (report?.state === 'read' && report.total > 0) followed.current?.refresh().catch(reload);
  }, [report, reload]);

  // A failed request is followed by a new report, which shows why it failed.
  const showMention = (card: string, direction: 1 | -1) => {
    ports
      .showMention(tabId, card, direction)
      .then((shown) => dispatch({ type: 'visited', card, ...shown }), reload);
  };
  const returnToReading = () => {
    dispatch({ type: 'returned' });
    ports.returnToReading(tabId).catch(reload);
  };
  return { ...answered, state, dispatch, showMention, returnToReading };
}

/** The state with which to return to a tab: its page may have scrolled or changed. */
function recall(saved: PanelState | undefined): PanelState {
  return saved ? { ...saved, latest: null, shown: null, isHeld: false } : INITIAL;
}

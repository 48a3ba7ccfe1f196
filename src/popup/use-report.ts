import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TabReport } from '../protocol/messages';
import type { PopupPorts } from './ports';

export interface ReportState {
  /** Null until the first answer. */
  readonly report: TabReport | null;
  /** The last question got no answer. */
  readonly failed: boolean;
  readonly reload: () => Promise<void>;
}

/**
 * Keeps the tab's report fresh while the popup is open.
 * @param ports where reports come from
 * @returns the latest report, whether asking failed, and how to ask again
 */
export function useReport(ports: PopupPorts): ReportState {
  const [state, setState] = useState<{ report: TabReport | null; failed: boolean }>({
    report: null,
    failed: false,
  });
  const asked = useRef(0);
  const reload = useCallback(async () => {
    asked.current += 1;
    const turn = asked.current;
    const next = await ports.report().then(
      (report) => ({ report, failed: false }),
      () => ({ report: null, failed: true }),
    );
    // Answers may overtake each other; only the latest question counts.
    if (turn === asked.current) setState(next);
  }, [ports]);
  // Not after the first frame: the answer is what the reader waits for.
  useLayoutEffect(() => {
    void reload();
    ports.storedReport().then(
      (stored) =>
        setState((now) => (stored && !now.report && !now.failed ? { report: stored, failed: false } : now)),
      // The background's own answer is on its way.
      () => undefined,
    );
    return ports.onReportChanged(() => void reload());
  }, [ports, reload]);
  return { ...state, reload };
}

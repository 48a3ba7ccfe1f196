import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { TabReport } from '../protocol/messages';
import type { PanelPorts } from './ports';

export interface ReportState {
  /** Null until the first answer. */
  readonly report: TabReport | null;
  /** The last question got no answer. */
  readonly hasFailed: boolean;
  readonly reload: () => Promise<void>;
}

/**
 * Keeps a tab's report fresh.
 * @param ports where reports come from
 * @returns the latest report, whether asking failed, and how to ask again
 */
export function useReport(ports: PanelPorts, tabId: number): ReportState {
  const [state, setState] = useState<{ report: TabReport | null; hasFailed: boolean }>({
    report: null,
    hasFailed: false,
  });
  const asked = useRef(0);
  const reload = useCallback(async () => {
    asked.current += 1;
    const turn = asked.current;
    const next = await ports.report(tabId).then(
      (report) => ({ report, hasFailed: false }),
      () => ({ report: null, hasFailed: true }),
    );
    // Answers may overtake each other; only the latest question counts.
    if (turn === asked.current) setState(next);
  }, [ports, tabId]);
  useEffect(() => {
    void reload();
    return ports.onReportChanged(tabId, () => void reload());
  }, [ports, tabId, reload]);
  return { ...state, reload };
}

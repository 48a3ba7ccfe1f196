import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { TabReport } from '../protocol/messages';
import type { AtlasPorts } from './ports';

/** What is known of the page that lights the atlas. `asking` until the first answer; `failed` where none came. */
export type PageState = TabReport | 'asking' | 'unlit' | 'closed' | 'failed';

/**
 * Keeps what is known of the page fresh while the atlas is open.
 * @param ports where reports come from
 * @returns the latest state, and how to ask again
 */
export function useReport(ports: AtlasPorts): { readonly page: PageState; readonly reload: () => void } {
  const [page, setPage] = useState<PageState>('asking');
  const asked = useRef(0);
  const reload = useCallback(() => {
    asked.current += 1;
    const turn = asked.current;
    const take = (next: PageState) => {
      // Answers may overtake each other; only the latest question counts.
      if (turn === asked.current) setPage(next);
    };
    ports.report().then(take, () => take('failed'));
  }, [ports]);
  useEffect(() => {
    reload();
    return ports.onReportChanged(reload);
  }, [ports, reload]);
  return { page, reload };
}

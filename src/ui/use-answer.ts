import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The latest answer to a repeated request. */
export interface Answer<T> {
  /** Null before the first answer, and where the last request failed. */
  readonly answer: T | null;
  /** Whether the last request failed. */
  readonly failed: boolean;
  readonly reload: () => Promise<void>;
}

/**
 * Requests an answer while a component is mounted, and again after each change. A new `ask` starts a new request.
 * @param ask sends the request; rejects where it fails
 * @param follow calls its listener after each change; returns a function that stops it
 * @returns the latest answer, whether the last request failed, and a function that repeats it
 */
export function useAnswer<T>(ask: () => Promise<T>, follow: (listener: () => void) => () => void): Answer<T> {
  const [state, setState] = useState<{ answer: T | null; failed: boolean }>({ answer: null, failed: false });
  const asked = useRef(0);
  const reload = useCallback(async () => {
    asked.current += 1;
    const turn = asked.current;
    const next = await ask().then(
      (answer) => ({ answer, failed: false }),
      () => ({ answer: null, failed: true }),
    );
    // Answers may arrive out of order; only that of the latest request counts.
    if (turn === asked.current) setState(next);
  }, [ask]);
  // A layout effect, since the reader waits for the answer: an effect would run a frame later.
  useLayoutEffect(() => {
    void reload();
    return follow(() => void reload());
  }, [follow, reload]);
  return { ...state, reload };
}

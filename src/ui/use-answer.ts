import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** What was answered last. */
export interface Answer<T> {
  /** Null until the first answer, and where the last question got none. */
  readonly answer: T | null;
  /** The last question got no answer. */
  readonly failed: boolean;
  readonly reload: () => Promise<void>;
}

/**
 * Keeps an answer fresh for as long as a component is drawn. A new function asks anew.
 * @param ask asks for it
 * @param follow tells when to ask again; returns how to stop
 * @returns the latest answer, whether asking failed, and how to ask again
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
    // Answers may overtake each other; only the latest question counts.
    if (turn === asked.current) setState(next);
  }, [ask]);
  // Not after the first frame: the answer is what the reader waits for.
  useLayoutEffect(() => {
    void reload();
    return follow(() => void reload());
  }, [follow, reload]);
  return { ...state, reload };
}

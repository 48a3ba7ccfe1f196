import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Choices, OptionsPorts } from './ports';

export interface ChoicesState {
  /** Null until the first answer. */
  readonly choices: Choices | null;
  /** The last question got no answer. */
  readonly failed: boolean;
  readonly reload: () => Promise<void>;
}

/**
 * Keeps the reader's choices fresh while the page is open, whoever changes them.
 * @param ports where they come from
 * @returns the latest choices, whether asking failed, and how to ask again
 */
export function useChoices(ports: OptionsPorts): ChoicesState {
  const [state, setState] = useState<{ choices: Choices | null; failed: boolean }>({
    choices: null,
    failed: false,
  });
  const asked = useRef(0);
  const reload = useCallback(async () => {
    asked.current += 1;
    const turn = asked.current;
    const next = await ports.choices().then(
      (choices) => ({ choices, failed: false }),
      () => ({ choices: null, failed: true }),
    );
    // Answers may overtake each other; only the latest question counts.
    if (turn === asked.current) setState(next);
  }, [ports]);
  useEffect(() => {
    void reload();
    return ports.onChoicesChanged(() => void reload());
  }, [ports, reload]);
  return { ...state, reload };
}

import { useEffect, useState } from 'preact/hooks';

/** How long the outcome of an action is shown, in milliseconds. */
const SHOWN_MS = 4_000;

/** The outcome of the reader's last action, in words, for SHOWN_MS; and a setter. */
export function useOutcome(): [string | undefined, (words: string) => void] {
  const [outcome, setOutcome] = useState<string>();
  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  return [outcome, setOutcome];
}

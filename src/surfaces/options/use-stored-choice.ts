import { useState } from 'preact/hooks';
import { t } from '../../platform/text';
import { reasonOf } from '../../protocol/reason';

/**
 * A choice on its way to the store.
 * @returns the choice that is being stored, if one is; a function that stores one; and why the last could not be
 */
export function useStoredChoice<V>() {
  const [chosen, setChosen] = useState<V>();
  const [problem, setProblem] = useState<string>();
  const choose = (next: V, store: () => Promise<void>) => {
    setChosen(next);
    setProblem(undefined);
    store()
      .catch((error: unknown) => setProblem(t('options_unchanged', reasonOf(error))))
      .finally(() => setChosen(undefined));
  };
  return { chosen, choose, problem };
}

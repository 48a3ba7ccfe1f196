import type { ComponentChildren } from 'preact';
import { useStoredChoice } from './use-stored-choice';

export interface SettingRowProps<V extends string | number> {
  /** Prefix of the ids of the row's elements. */
  id: string;
  title: string;
  lead: string;
  values: readonly V[];
  labelOf: (value: V) => string;
  /** The present value. */
  value: V;
  /** Rejects where the value could not be stored. */
  onChoose: (value: V) => Promise<void>;
  /** Whether another setting makes this one ineffective. */
  disabled?: boolean;
  /** An example of the value's effect. */
  children?: ComponentChildren;
}

/**
 * A setting with a few values.
 * @param props texts, values and the present value
 * @returns a row with a radio button for each value; one that could not be stored is reset, with the reason below
 */
export function SettingRow<V extends string | number>(props: SettingRowProps<V>) {
  const { id, title, lead, values, labelOf: wordOf, value, onChoose, disabled = false, children } = props;
  const { chosen, choose, problem } = useStoredChoice<V>();
  return (
    <div class="row">
      <div class="said">
        <h3 id={`${id}-title`}>{title}</h3>
        <p id={`${id}-lead`}>{lead}</p>
      </div>
      <div class="values" role="radiogroup" aria-labelledby={`${id}-title`} aria-describedby={`${id}-lead`}>
        {values.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={id}
              value={each}
              checked={(chosen ?? value) === each}
              disabled={disabled}
              onChange={() => choose(each, () => onChoose(each))}
            />
            <span>{wordOf(each)}</span>
          </label>
        ))}
      </div>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {children}
    </div>
  );
}

import { MARK_GROUPS, type MarkGroup } from '../../core/settings';
import { t } from '../../platform/text';
import type { SettingsProps } from './settings-props';
import { useStoredChoice } from './use-stored-choice';

/**
 * Which groups of terms are underlined.
 * @param props the settings, and a function that changes one
 * @returns a row with a check box for each group; one that could not be stored is reset, with the reason below
 */
export function MarkGroupsRow({ settings, set }: SettingsProps) {
  const { chosen, choose, problem } = useStoredChoice<MarkGroup>();
  const isMarked = (group: MarkGroup) => (settings[group] === 'marked') !== (chosen === group);
  return (
    <div class="row">
      <div class="said">
        <h3 id="groups-title">{t('options_groups')}</h3>
        <p id="groups-lead">{t('options_groups_lead')}</p>
      </div>
      <fieldset class="groups" aria-labelledby="groups-title" aria-describedby="groups-lead">
        {MARK_GROUPS.map((group) => (
          <label key={group}>
            <input
              type="checkbox"
              name={group}
              checked={isMarked(group)}
              onChange={({ currentTarget }) => {
                const value = currentTarget.checked ? 'marked' : 'unmarked';
                choose(group, () => set(group, value));
              }}
            />
            <span>{t(`group_${group}`)}</span>
          </label>
        ))}
      </fieldset>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

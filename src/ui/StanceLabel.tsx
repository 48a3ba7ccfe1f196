import type { Stance } from '../pack/schema';
import { PathIcon } from './Icon';
import { STANCE_ICONS } from './icon-paths';
import { stanceMeaning, stanceName } from './names';

/**
 * A statement's stance by shape, name and colour.
 * @param props the stance
 * @returns a label whose tooltip explains the stance
 */
export function StanceLabel({ stance }: { stance: Stance }) {
  return (
    <span class={`stance ${stance}`} title={stanceMeaning(stance)}>
      <PathIcon drawing={STANCE_ICONS[stance]} grid={12} class="stance-shape" />
      {stanceName(stance)}
    </span>
  );
}

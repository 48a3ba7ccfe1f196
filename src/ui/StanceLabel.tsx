import type { Stance } from '../pack/schema';
import { PathIcon } from './Icon';
import { STANCE_ICONS } from './icon-paths';
import { stanceMeaning, stanceName } from './names';

/**
 * A statement's stance: shape, then word, then colour, so that none of them has to be seen.
 * @param props the stance
 * @returns a label whose tooltip says what the stance means
 */
export function StanceLabel({ stance }: { stance: Stance }) {
  return (
    <span class={`stance ${stance}`} title={stanceMeaning(stance)}>
      <PathIcon drawing={STANCE_ICONS[stance]} grid={12} class="stance-shape" />
      {stanceName(stance)}
    </span>
  );
}

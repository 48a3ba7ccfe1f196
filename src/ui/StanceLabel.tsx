import type { Stance } from '../pack/schema';
import { Drawn } from './Icon';
import { STANCE_DRAWINGS } from './icon-paths';
import { stanceMeaning, stanceWord } from './words';

/**
 * A statement's stance: shape, then word, then colour, so that none of them has to be seen.
 * @param props the stance
 * @returns a label whose tooltip says what the stance means
 */
export function StanceLabel({ stance }: { stance: Stance }) {
  return (
    <span class={`stance ${stance}`} title={stanceMeaning(stance)}>
      <Drawn drawing={STANCE_DRAWINGS[stance]} grid={12} class="stance-shape" />
      {stanceWord(stance)}
    </span>
  );
}

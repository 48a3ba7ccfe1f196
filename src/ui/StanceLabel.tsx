import type { Stance } from '../pack/schema';
import { Drawn } from './Icon';
import { STANCE_DRAWINGS } from './icon-paths';
import { STANCE_WORDS } from './words';

/**
 * A statement's stance: shape, then word, then colour, so that none of them has to be seen.
 * @param props the stance
 * @returns a label whose tooltip says what the stance means
 */
export function StanceLabel({ stance }: { stance: Stance }) {
  const { word, meaning } = STANCE_WORDS[stance];
  return (
    <span class={`stance ${stance}`} title={meaning}>
      <Drawn drawing={STANCE_DRAWINGS[stance]} grid={12} class="stance-shape" />
      {word}
    </span>
  );
}

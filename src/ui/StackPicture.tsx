import type { Layer } from '../pack/schema';
import { LAYER_WORDS } from './words';

/**
 * The six layers, the card's own one lit.
 * @param props the layer to light
 * @returns a small picture with a text alternative
 */
export function StackPicture({ layer }: { layer: Layer }) {
  const fromGround = Object.entries(LAYER_WORDS);
  const place = fromGround.findIndex(([id]) => id === layer) + 1;
  const alternative = `${LAYER_WORDS[layer]}, layer ${place} of ${fromGround.length} from the ground up`;
  return (
    <div class="stack" role="img" aria-label={alternative}>
      {fromGround.reverse().map(([id, word]) => (
        <span key={id} class={id === layer ? 'lit' : undefined}>
          {word}
        </span>
      ))}
    </div>
  );
}

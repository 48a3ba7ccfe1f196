import { LAYERS, type Layer } from '../pack/schema';
import { t } from '../platform/text';
import { layerWord } from './words';

/**
 * The six layers, the card's own one lit.
 * @param props the layer to light
 * @returns a small picture with a text alternative
 */
export function StackPicture({ layer }: { layer: Layer }) {
  const alternative = t('card_layer', layerWord(layer), LAYERS.indexOf(layer) + 1, LAYERS.length);
  return (
    <div class="stack" role="img" aria-label={alternative}>
      {LAYERS.toReversed().map((id) => (
        <span key={id} class={id === layer ? 'lit' : undefined}>
          {layerWord(id)}
        </span>
      ))}
    </div>
  );
}

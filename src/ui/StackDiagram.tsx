import { LAYERS, type Layer } from '../pack/schema';
import { t } from '../platform/text';
import { layerName } from './names';

/**
 * The layers of the stack, with one highlighted.
 * @param props the layer to highlight
 * @returns an image with a text alternative
 */
export function StackDiagram({ layer }: { layer: Layer }) {
  const alternative = t('card_layer', layerName(layer), LAYERS.indexOf(layer) + 1, LAYERS.length);
  return (
    <div class="stack" role="img" aria-label={alternative}>
      {LAYERS.toReversed().map((id) => (
        <span key={id} class={id === layer ? 'lit' : undefined}>
          {layerName(id)}
        </span>
      ))}
    </div>
  );
}

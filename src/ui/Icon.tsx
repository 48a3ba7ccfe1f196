import type { Kind } from '../pack/schema';
import { ACTION_ICONS, type ActionName, DIRECTIONAL_ICONS, type IconPaths, KIND_ICONS } from './icon-paths';

const LINE_WEIGHT = 1.35;

export interface PathIconProps {
  drawing: IconPaths;
  /** Side of the square viewBox. */
  grid: number;
  class: string;
}

/**
 * Draws path data as an inline picture that assistive technology passes over.
 * @param props the drawing, its grid, and the class that sizes it
 * @returns an `svg` in the colour of the text around it
 */
export function PathIcon({ drawing, grid, class: className }: PathIconProps) {
  return (
    <svg class={className} viewBox={`0 0 ${grid} ${grid}`} aria-hidden="true" focusable="false">
      {drawing.fill && <path d={drawing.fill} fill="currentColor" />}
      {drawing.line && (
        <path
          d={drawing.line}
          fill="none"
          stroke="currentColor"
          stroke-width={drawing.weight ?? LINE_WEIGHT}
          stroke-linejoin="round"
          stroke-dasharray={drawing.dash}
        />
      )}
    </svg>
  );
}

/**
 * The picture of a card's kind. Always stands beside a word, so it is hidden from assistive technology.
 * @param props the kind
 * @returns an icon, 16 units wide
 */
export function KindIcon({ kind }: { kind: Kind }) {
  return <PathIcon drawing={KIND_ICONS[kind]} grid={16} class="icon kind" />;
}

/**
 * The picture on a button; the button carries the name.
 * @param props the action's name
 * @returns an icon, 16 units wide
 */
export function ActionIcon({ name }: { name: ActionName }) {
  const drawn = DIRECTIONAL_ICONS.has(name) ? 'icon along' : 'icon';
  return <PathIcon drawing={ACTION_ICONS[name]} grid={16} class={drawn} />;
}

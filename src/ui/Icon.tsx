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
 * An icon from path data, hidden from assistive technology.
 * @param props the paths, the side of their grid, and the class that sets the size
 * @returns an `svg` in the current text colour
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
 * The icon of a card's kind, hidden from assistive technology: a text beside it names the kind.
 * @param props the kind
 * @returns an icon, 16 units wide
 */
export function KindIcon({ kind }: { kind: Kind }) {
  return <PathIcon drawing={KIND_ICONS[kind]} grid={16} class="icon kind" />;
}

/**
 * The icon of a button, hidden from assistive technology: the button has a name.
 * @param props the action's name
 * @returns an icon, 16 units wide
 */
export function ActionIcon({ name }: { name: ActionName }) {
  const drawn = DIRECTIONAL_ICONS.has(name) ? 'icon along' : 'icon';
  return <PathIcon drawing={ACTION_ICONS[name]} grid={16} class={drawn} />;
}

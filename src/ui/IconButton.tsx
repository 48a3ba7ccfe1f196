import { ActionIcon } from './Icon';
import type { ActionName } from './icon-paths';

export interface IconButtonProps {
  icon: ActionName;
  /** Accessible name. */
  label: string;
  /** Tooltip, where it says more than the name does. */
  title?: string;
  lit?: boolean;
  disabled?: boolean;
  tabIndex?: number;
  onPress: () => void;
}

/**
 * A square button with an icon.
 * @param props icon, accessible name, state and event handler
 * @returns a `button`
 */
export function IconButton({
  icon,
  label,
  title = label,
  lit,
  disabled,
  tabIndex,
  onPress,
}: IconButtonProps) {
  return (
    <button
      type="button"
      class={lit ? 'icon-button lit' : 'icon-button'}
      aria-label={label}
      title={title}
      disabled={disabled}
      tabIndex={tabIndex}
      onClick={onPress}
    >
      <ActionIcon name={icon} />
    </button>
  );
}

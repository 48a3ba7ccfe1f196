import { ActionIcon } from './Icon';
import type { ActionName } from './icon-paths';

export interface TextButtonProps {
  icon: ActionName;
  label: string;
  onPress: () => void;
}

/**
 * A button with an icon and words.
 * @param props icon, words and event handler
 * @returns a `button`
 */
export function TextButton({ icon, label, onPress }: TextButtonProps) {
  return (
    <button type="button" class="text-button" onClick={onPress}>
      <ActionIcon name={icon} />
      {label}
    </button>
  );
}

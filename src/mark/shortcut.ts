import type { Keystroke } from '../protocol/messages';

/**
 * Whether a keyboard event is a keystroke.
 * @param wanted null matches nothing
 */
export function isKeystroke(event: Keystroke, wanted: Keystroke | null): boolean {
  return (
    wanted !== null &&
    Object.entries(wanted).every(([field, value]) => event[field as keyof Keystroke] === value)
  );
}

const MODIFIERS = {
  Alt: 'altKey',
  Ctrl: 'ctrlKey',
  Shift: 'shiftKey',
  Command: 'metaKey',
  MacCtrl: 'ctrlKey',
} as const;
const CODES: Readonly<Record<string, string>> = {
  '.': 'Period',
  ',': 'Comma',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
};

/** The part of a keyboard event that a shortcut is about. */
export type Keystroke = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey'>;

/**
 * Whether a keystroke is a shortcut as the browsers write them, such as `Alt+Shift+Period`.
 * @param shortcut empty where the reader has set none: nothing matches
 */
export function matchesShortcut(event: Keystroke, shortcut: string): boolean {
  const parts = shortcut.split('+');
  const key = parts.pop() ?? '';
  if (key === '') return false;
  const wanted = new Set(parts.map((part) => MODIFIERS[part as keyof typeof MODIFIERS]));
  if (wanted.has(undefined as never)) return false;
  const code = CODES[key] ?? (/^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key);
  return (
    event.code === code &&
    (['altKey', 'ctrlKey', 'shiftKey', 'metaKey'] as const).every(
      (modifier) => event[modifier] === wanted.has(modifier),
    )
  );
}

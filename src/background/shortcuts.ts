import { api } from '../platform/browser';
import type { Keystroke, Responses } from '../protocol/messages';

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

/**
 * The keystroke that a shortcut stands for.
 * @param shortcut as the browsers write it, such as `Alt+Shift+Period`
 * @returns null for the empty shortcut, or one with an unknown modifier
 */
export function keystrokeOf(shortcut: string): Keystroke | null {
  const parts = shortcut.split('+');
  const key = parts.pop() ?? '';
  const wanted = new Set(parts.map((part) => MODIFIERS[part as keyof typeof MODIFIERS]));
  if (key === '' || wanted.has(undefined as never)) return null;
  const code = CODES[key] ?? (/^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key);
  const isWanted = (modifier: (typeof MODIFIERS)[keyof typeof MODIFIERS]) => wanted.has(modifier);
  return {
    code,
    altKey: isWanted('altKey'),
    ctrlKey: isWanted('ctrlKey'),
    shiftKey: isWanted('shiftKey'),
    metaKey: isWanted('metaKey'),
  };
}

/** The keys that step through mentions and open their cards, as the reader has set them in the browser. */
export async function shortcutKeys(): Promise<Responses['site.ask']['keys']> {
  const commands = await api.commands.getAll();
  const keyOf = (name: string) =>
    keystrokeOf(commands.find((command) => command.name === name)?.shortcut ?? '');
  return { next: keyOf('next-mention'), previous: keyOf('previous-mention'), open: keyOf('open-mention') };
}

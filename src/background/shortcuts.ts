import { api } from '../platform/browser';

/** The keys that step through mentions, as the reader has set them in the browser; empty where unset. */
export async function shortcutKeys(): Promise<{ next: string; previous: string }> {
  const commands = await api.commands.getAll();
  const keyOf = (name: string) => commands.find((command) => command.name === name)?.shortcut ?? '';
  return { next: keyOf('next-mention'), previous: keyOf('previous-mention') };
}

import { api } from './browser';

/** Chrome's page for shortcuts, which no API opens. */
const CHROME_PAGE = 'chrome://extensions/shortcuts';

/**
 * Finds a way to open the browser's page for shortcuts.
 * @returns a function that opens it; undefined in Firefox before `commands.openShortcutSettings` (137), and on Android
 */
export function shortcutSettings(): (() => Promise<void>) | undefined {
  const { openShortcutSettings } = (api.commands ?? {}) as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) return () => openShortcutSettings();
  if (!api.runtime.getURL('').startsWith('chrome-extension:')) return undefined;
  return async () => {
    await api.tabs.create({ url: CHROME_PAGE });
  };
}

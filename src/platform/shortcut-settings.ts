import { api } from './browser';

/** Chrome's own page for shortcuts: it has no function that opens it. */
const CHROME_PAGE = 'chrome://extensions/shortcuts';

/**
 * The way to the browser's own page for shortcuts.
 * @returns nothing where the browser has no way there: Firefox before `commands.openShortcutSettings` (137), and on
 *   telephones
 */
export function shortcutSettings(): (() => Promise<void>) | undefined {
  const { openShortcutSettings } = (api.commands ?? {}) as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) return () => openShortcutSettings();
  if (!api.runtime.getURL('').startsWith('chrome-extension:')) return undefined;
  return async () => {
    await api.tabs.create({ url: CHROME_PAGE });
  };
}

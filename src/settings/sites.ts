import { api } from '../platform/browser';
import { t } from '../platform/text';
import { siteWords } from './site-name';

/**
 * Sites that the reader switched off, one storage key each, so that two writes can never undo each other.
 * Only what the reader chose is stored: a site that is on has no key.
 */
const KEY_PREFIX = 'site:';

/** Key and value of one stored choice. */
const keyOf = (site: string) => `${KEY_PREFIX}${site}`;

/** Whether Sidelight may read a site. */
export async function isSiteOn(site: string): Promise<boolean> {
  const key = keyOf(site);
  return (await api.storage.local.get(key))[key] !== 'off';
}

/** The sites that the reader switched off, in order of name. */
export async function sitesOff(): Promise<string[]> {
  const stored = await api.storage.local.get(null);
  return Object.entries(stored)
    .filter(([key, choice]) => key.startsWith(KEY_PREFIX) && choice === 'off')
    .map(([key]) => key.slice(KEY_PREFIX.length))
    .sort();
}

/**
 * Switches a site on or off.
 * @throws Error where the browser's store is full or broken; the former choice then stands
 */
export async function setSite(site: string, enabled: boolean): Promise<void> {
  const key = keyOf(site);
  try {
    if (enabled) await api.storage.local.remove(key);
    else await api.storage.local.set({ [key]: 'off' });
  } catch (error) {
    throw new Error(
      t('error_site_not_stored', siteWords(site), error instanceof Error ? error.message : String(error)),
    );
  }
}

import { api } from '../platform/browser';
import { t } from '../platform/text';
import { SITE_OFF, SITE_PREFIX, siteKey } from './keys';
import { siteLabel } from './site-label';

// One storage key for each site that the reader switched off, so that two writes can never undo each other.

/** Whether Sidelight may read a site. */
export async function isSiteOn(site: string): Promise<boolean> {
  const key = siteKey(site);
  return (await api.storage.local.get(key))[key] !== SITE_OFF;
}

/** The sites that the reader switched off, in alphabetical order. */
export async function sitesOff(): Promise<string[]> {
  const stored = await api.storage.local.get(null);
  return Object.entries(stored)
    .filter(([key, choice]) => key.startsWith(SITE_PREFIX) && choice === SITE_OFF)
    .map(([key]) => key.slice(SITE_PREFIX.length))
    .sort();
}

/**
 * Switches a site on or off.
 * @throws Error where the browser's store is full or broken; the old value remains
 */
export async function setSite(site: string, enabled: boolean): Promise<void> {
  const key = siteKey(site);
  try {
    if (enabled) await api.storage.local.remove(key);
    else await api.storage.local.set({ [key]: SITE_OFF });
  } catch (error) {
    throw new Error(
      t('error_site_not_stored', siteLabel(site), error instanceof Error ? error.message : String(error)),
    );
  }
}

import { t } from '../platform/text';

/** The site that stands for all local files; it is stored. */
export const LOCAL_FILES = 'local files';

/**
 * The name under which a page's site is switched: its host, or `local files`.
 * @returns null for pages that have no site
 */
export function siteOf(url: string | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if (protocol === 'file:') return LOCAL_FILES;
  return /^https?:$/.test(protocol) ? hostname : null;
}

/** A site's name as the reader reads it. */
export const siteWords = (site: string): string => (site === LOCAL_FILES ? t('local_files') : site);

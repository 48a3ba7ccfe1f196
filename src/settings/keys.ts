// The keys of `storage.local`: what frames read themselves, without the rest of what settings are made of.

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

export const SITE_PREFIX = 'site:';
/** What stands under the key of a site that is off. */
export const SITE_OFF = 'off';

/** The key of a site's switch; a site that is on has none. */
export const siteKey = (site: string) => `${SITE_PREFIX}${site}`;

const SETTING_PREFIX = 'setting:';

/** The key of a setting. */
export const settingKey = (name: string) => `${SETTING_PREFIX}${name}`;

/** Whether a key holds a setting, of whatever version. */
export const isSettingKey = (key: string) => key.startsWith(SETTING_PREFIX);

/** The tables that frames tell by whether a text may hold a form, and whether a page may hold a mention. */
export const TABLES = ['filter', 'screen'] as const;
export type TableName = (typeof TABLES)[number];

/** What stands under a table's name, which is its key. */
export interface StoredTable {
  /** The extension's version that wrote it: another one's forms are others. */
  readonly version: string;
  /** As `packFilter` or `packScreen` writes it. */
  readonly table: string;
}

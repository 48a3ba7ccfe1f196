// The keys of `storage.local`, in a module without dependencies: the script in every frame reads them too.

/** The name of the site that all local files belong to. It is stored. */
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
/** The value of a site that is off. */
export const SITE_OFF = 'off';

/** The key of a site's switch; a site that is on has no item. */
export const siteKey = (site: string) => `${SITE_PREFIX}${site}`;

const SETTING_PREFIX = 'setting:';

/** The key of a setting. */
export const settingKey = (name: string) => `${SETTING_PREFIX}${name}`;

/** Whether a key is that of a setting, in any version. */
export const isSettingKey = (key: string) => key.startsWith(SETTING_PREFIX);

/** The tables with which a frame decides whether a text may contain a form, and a page a mention. */
export const TABLES = ['filter', 'screen'] as const;
export type TableName = (typeof TABLES)[number];

/** A stored table; its key is its name. */
export interface StoredTable {
  /** The version of the extension that wrote it; a table of another version is stale. */
  readonly version: string;
  /** As `compileFilter` or `packScreen` returns it. */
  readonly table: string;
}

import { api } from '../platform/browser';
import { t } from '../platform/text';
import { isSettingKey, SITE_PREFIX, TABLES } from './keys';

/**
 * Kinds of stored items. `tables`: copies of the extension's files, for frames; `start`: a flag that the extension has
 * started in this browser session.
 */
export const STORED_KINDS = [
  'settings',
  'sites',
  'corrections',
  'known',
  'other',
  'tables',
  'start',
] as const;
export type StoredKind = (typeof STORED_KINDS)[number];

/** The size of the items of one kind. */
export interface StoredPart {
  readonly kind: StoredKind;
  /** Number of items. */
  readonly count: number;
  /** Their size as JSON, in bytes of UTF-8. */
  readonly bytes: number;
}

type Items = Readonly<Record<string, unknown>>;

/**
 * Counts stored items by kind.
 * @param local the items of `storage.local`
 * @param session the items of `storage.session`
 * @returns one entry for each kind, also where it has no items
 */
export function summariseStorage(local: Items, session: Items): StoredPart[] {
  const entries = [
    ...Object.entries(local).map(([key, value]) => ({ kind: kindOf(key), key, value })),
    ...Object.entries(session).map(([key, value]) => ({ kind: 'start', key, value })),
  ];
  return STORED_KINDS.map((kind) => {
    const own = entries.filter((entry) => entry.kind === kind);
    const bytes = own.reduce((sum, { key, value }) => sum + sizeOf(key) + sizeOf(value), 0);
    return { kind, count: own.length, bytes };
  });
}

const isTable = (key: string) => TABLES.some((name) => name === key);

function kindOf(key: string): StoredKind {
  if (isSettingKey(key)) return 'settings';
  if (isTable(key)) return 'tables';
  if (key.startsWith(SITE_PREFIX)) return 'sites';
  if (/^(wrong|never):/.test(key)) return 'corrections';
  return key.startsWith('known:') ? 'known' : 'other';
}

const sizeOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

const readStores = () => Promise.all([api.storage.local.get(null), api.storage.session.get(null)]);

/** The present size of storage, by kind. */
export async function listStored(): Promise<StoredPart[]> {
  return summariseStorage(...(await readStores()));
}

/** Version of the export format. */
const EXPORT_VERSION = 1;

/**
 * Exports all stored items as they are, except copies of the extension's files.
 * @returns plain JSON: the items of `storage.local` (`kept`) and of `storage.session` (`untilBrowserCloses`), the
 *   version of Sidelight and the time of the export
 */
export async function exportStored(now = new Date()): Promise<object> {
  const [local, untilBrowserCloses] = await readStores();
  const kept = Object.fromEntries(Object.entries(local).filter(([key]) => !isTable(key)));
  return {
    format: 'sidelight-export',
    version: EXPORT_VERSION,
    sidelight: api.runtime.getManifest().version,
    exportedAt: now.toISOString(),
    kept,
    untilBrowserCloses,
  };
}

/**
 * Erases all items of `storage.local`.
 * @throws Error with a message for the reader, where the browser's store is broken; nothing has been erased then
 */
export async function eraseStorage(): Promise<void> {
  await api.storage.local.clear().catch((error: unknown) => {
    throw new Error(t('error_not_removed', error instanceof Error ? error.message : String(error)));
  });
}

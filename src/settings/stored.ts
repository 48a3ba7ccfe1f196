import { api } from '../platform/browser';
import { t } from '../platform/text';
import { isSettingKey, SITE_PREFIX, TABLES } from './keys';

/**
 * What is stored, by what it is. `tables`: copies of files of the extension, for frames; `start`: that this life of the
 * extension has begun.
 */
export const STORED_KINDS = ['settings', 'sites', 'corrections', 'known', 'other', 'tables', 'start'] as const;
export type StoredKind = (typeof STORED_KINDS)[number];

/** How much there is of one kind. */
export interface StoredPart {
  readonly kind: StoredKind;
  /** Entries of the store. */
  readonly count: number;
  /** Their size as JSON, in bytes of UTF-8. */
  readonly bytes: number;
}

type Items = Readonly<Record<string, unknown>>;

/**
 * What the store holds.
 * @param local what is kept until it is erased, by key
 * @param session what goes with the browser, by key
 * @returns a part for each kind, empty or not
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

/** What is stored just now, by kind. */
export async function listStored(): Promise<StoredPart[]> {
  return summariseStorage(...(await readStores()));
}

/** The version of what `exportStored` returns. */
const EXPORT_VERSION = 1;

/**
 * Everything that is stored, as it is stored, but for copies of files of the extension.
 * @returns plain JSON: `kept` until it is erased, `untilBrowserCloses`, and which Sidelight wrote it when
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
 * Erases everything that is kept.
 * @throws Error where the browser's store is broken, in words for the reader; everything is there still
 */
export async function eraseStorage(): Promise<void> {
  await api.storage.local.clear().catch((error: unknown) => {
    throw new Error(t('error_not_removed', error instanceof Error ? error.message : String(error)));
  });
}

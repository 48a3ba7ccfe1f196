import { api } from '../platform/browser';
import { type StoredTable, TABLES } from '../settings/keys';
import { readTable } from './pack-tables';

/** Puts tables where frames read them without waking anybody. Where the store is full or broken, frames ask for them. */
export async function storeTables(): Promise<void> {
  try {
    const { version } = api.runtime.getManifest();
    for (const name of TABLES) {
      const stored: StoredTable = { version, table: await readTable(name) };
      await api.storage.local.set({ [name]: stored });
    }
  } catch (error) {
    console.debug('Sidelight could not store its tables:', error);
  }
}

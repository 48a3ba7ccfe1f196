import { api } from '../platform/browser';
import { type StoredTable, TABLES } from '../settings/keys';
import { readTable } from './pack-tables';

/** Stores the tables where frames can read them without waking the background. If that fails, frames ask for them. */
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

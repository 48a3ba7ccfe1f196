import { api } from '../platform/browser';
import { FILTER_KEY, type StoredFilter } from '../settings/keys';
import { readFormTable } from './pack-tables';

/** Puts the table where frames read it without waking anybody. Where the store is full or broken, frames ask for it. */
export async function storeFormTable(): Promise<void> {
  try {
    const filter: StoredFilter = { version: api.runtime.getManifest().version, table: await readFormTable() };
    await api.storage.local.set({ [FILTER_KEY]: filter });
  } catch (error) {
    console.debug('Sidelight could not store its table of forms:', error);
  }
}

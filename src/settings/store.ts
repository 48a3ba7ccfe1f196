import type { SettingName, Settings } from '../core/settings';
import { api } from '../platform/browser';
import { t } from '../platform/text';
import { isSettingKey, settingKey } from './keys';
import { readSettings, toStored } from './schema';

// One storage key each, so that two writes can never undo each other. Only what the reader chose is stored.

/** The present settings. */
export async function getSettings(): Promise<Settings> {
  return readSettings(await api.storage.local.get(null));
}

/**
 * Stores a setting.
 * @throws Error with a message for the reader, where the browser's store is full or broken; the old value remains
 */
export async function setSetting<N extends SettingName>(name: N, value: Settings[N]): Promise<void> {
  await api.storage.local.set({ [settingKey(name)]: toStored(value) }).catch((error: unknown) => {
    throw new Error(t('error_not_stored', error instanceof Error ? error.message : String(error)));
  });
}

/**
 * Calls back after every change of a setting, in whichever context, erasure included.
 * @returns a function that removes the listener
 */
export function onSettingsChanged(listener: () => void): () => void {
  const onChanged = (changes: Readonly<Record<string, unknown>>) => {
    if (Object.keys(changes).some(isSettingKey)) listener();
  };
  api.storage.local.onChanged.addListener(onChanged);
  return () => api.storage.local.onChanged.removeListener(onChanged);
}

import * as v from 'valibot';
import { SETTING_VALUES, type SettingName, type Settings } from '../core/settings';
import { isSettingKey, settingKey } from './keys';

/** The values of settings that the reader has not changed. */
export const DEFAULTS: Settings = {
  marks: 'first',
  companies: 'marked',
  chips: 'marked',
  models: 'marked',
  software: 'marked',
  concepts: 'marked',
  opening: 'rest',
  dwellMs: 400,
  code: 'skipped',
  textPercent: 100,
  theme: 'system',
};

/** The names of all settings. */
export const SETTING_NAMES = Object.keys(SETTING_VALUES) as SettingName[];

/** A stored value, with the version of the settings schema that it was written in. */
const StoredChoice = v.strictObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  value: v.unknown(),
});

/** Migrates a setting from one version to the next, in which its name or value may differ. */
export type Migration = (name: string, value: unknown) => readonly [name: string, value: unknown];

/** The first migrates from version 1 to 2, and so on. */
const MIGRATIONS: readonly Migration[] = [];

/** A value as it is stored, with the present version. */
export const toStored = (value: unknown) => ({ version: MIGRATIONS.length + 1, value });

/**
 * Reads settings from storage. Invalid values, and values of a later version, are ignored; they stay in the store.
 * @param stored the items of `storage.local`, by key
 * @param migrations the migrations from each version to the next, in order
 * @returns every setting, with its default where no valid value is stored
 */
export function readSettings(stored: Readonly<Record<string, unknown>>, migrations = MIGRATIONS): Settings {
  const chosen: Record<string, { readonly version: number; readonly value: unknown }> = {};
  for (const [key, kept] of Object.entries(stored)) {
    const { success, output } = v.safeParse(StoredChoice, kept);
    if (!isSettingKey(key) || !success || output.version > migrations.length + 1) continue;
    const { version } = output;
    const [name, value] = migrations
      .slice(version - 1)
      .reduce(([name, value], migrate) => migrate(name, value), [
        key.slice(settingKey('').length),
        output.value,
      ] as readonly [string, unknown]);
    // A value under a new name takes precedence over one that is left under the old name.
    if (version >= (chosen[name]?.version ?? 0)) chosen[name] = { version, value };
  }
  return Object.fromEntries(
    SETTING_NAMES.map((name) => [
      name,
      v.parse(v.fallback(v.picklist([...SETTING_VALUES[name]]), DEFAULTS[name]), chosen[name]?.value),
    ]),
  ) as Settings;
}

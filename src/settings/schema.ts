import * as v from 'valibot';
import { SETTING_VALUES, type SettingName, type Settings } from '../core/settings';
import { isSettingKey, settingKey } from './keys';

/** What holds where the reader has chosen nothing. */
export const DEFAULTS: Settings = {
  marks: 'every',
  opening: 'rest',
  dwellMs: 400,
  code: 'skipped',
  textPercent: 100,
  theme: 'system',
};

/** The names of all settings. */
export const SETTING_NAMES = Object.keys(SETTING_VALUES) as SettingName[];

/** A choice as it is stored: the version of the settings that it was made in, and what was chosen. */
const StoredChoice = v.strictObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  value: v.unknown(),
});

/** Brings what was chosen for a setting in one version to the next: its name and its value may have changed. */
export type Migration = (name: string, value: unknown) => readonly [name: string, value: unknown];

/** Migrations by the version that they start from, 1 being the first. */
const MIGRATIONS: readonly Migration[] = [];

/** A choice in the form in which it is stored. */
export const toStored = (value: unknown) => ({ version: MIGRATIONS.length + 1, value });

/**
 * Reads the settings out of what is stored. Junk, and choices of a version to come, count as not made; they stay in
 * the store.
 * @param stored all that is stored, by key
 * @param migrations the ways from each version to the next
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
    // What was chosen under a new name counts before what is left under the old one.
    if (version >= (chosen[name]?.version ?? 0)) chosen[name] = { version, value };
  }
  return Object.fromEntries(
    SETTING_NAMES.map((name) => [
      name,
      v.parse(v.fallback(v.picklist([...SETTING_VALUES[name]]), DEFAULTS[name]), chosen[name]?.value),
    ]),
  ) as Settings;
}

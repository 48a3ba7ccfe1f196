/** The values of each setting. */
export const SETTING_VALUES = {
  /** Which mentions are marked: each, or the first of each card between two headings. */
  marks: ['every', 'first'],
  /** What opens a card: rest and click, or click alone. */
  opening: ['rest', 'click'],
  /** How long the pointer rests on a term before its card opens, in milliseconds. */
  dwellMs: [200, 400, 800],
  /** Whether code samples are read. */
  code: ['skipped', 'read'],
  /** Size of text in cards and on Sidelight's own pages. */
  textPercent: [100, 115, 130, 150],
  theme: ['system', 'light', 'dark'],
} as const;

/** The name of a setting. */
export type SettingName = keyof typeof SETTING_VALUES;

/** A value for each setting. Plain JSON. */
export type Settings = { readonly [N in SettingName]: (typeof SETTING_VALUES)[N][number] };

/** The `color-scheme` of a theme (CSS Color Adjustment, level 1). */
export const schemeOf = (theme: Settings['theme']): string => (theme === 'system' ? 'light dark' : theme);

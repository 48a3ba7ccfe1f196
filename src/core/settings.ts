/** The values of each setting. */
export const SETTING_VALUES = {
  /** Which mentions are marked: the first of each card in a section and of each company on the page, or every one. */
  marks: ['first', 'every'],
  /** Whether cards are marked that are about companies and authorities, chips, models, software, or ideas. */
  companies: ['marked', 'unmarked'],
  chips: ['marked', 'unmarked'],
  models: ['marked', 'unmarked'],
  software: ['marked', 'unmarked'],
  concepts: ['marked', 'unmarked'],
  /** What opens a card: rest and click, click alone, or rest while the Alt key is held. */
  opening: ['rest', 'click', 'alt'],
  /** How long the pointer rests on a term before its card opens, in milliseconds. */
  dwellMs: [200, 400, 800],
  /** Whether code samples are read. */
  code: ['skipped', 'read'],
  /** Size of text in cards and on Sidelight's own pages. */
  textPercent: [100, 115, 130, 150],
  theme: ['system', 'light', 'dark'],
} as const;

/** The groups of cards whose marks can be switched off, each by the setting of its name. */
export const MARK_GROUPS = ['companies', 'chips', 'models', 'software', 'concepts'] as const;

export type MarkGroup = (typeof MARK_GROUPS)[number];

/** The name of a setting. */
export type SettingName = keyof typeof SETTING_VALUES;

/** A value for each setting. Plain JSON. */
export type Settings = { readonly [N in SettingName]: (typeof SETTING_VALUES)[N][number] };

/** The `color-scheme` of a theme (CSS Color Adjustment, level 1). */
export const schemeOf = (theme: Settings['theme']): string => (theme === 'system' ? 'light dark' : theme);

import type { Settings } from '../core/settings';

/** A theme as CSS calls it (`color-scheme`, CSS Color Adjustment, level 1). */
export const schemeOf = (theme: Settings['theme']): string => (theme === 'system' ? 'light dark' : theme);

/** Sets theme and size of text for an extension page; percent of the size that the browser is set to. */
export function dressPage({ theme, textPercent }: Pick<Settings, 'theme' | 'textPercent'>): void {
  const { style } = document.documentElement;
  style.colorScheme = schemeOf(theme);
  style.fontSize = textPercent === 100 ? '' : `${textPercent}%`;
}

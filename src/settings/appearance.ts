import { schemeOf } from '../core/settings';
import { getSettings, onSettingsChanged } from './store';

/**
 * Applies the reader's theme and text size to an extension page, now and after each change.
 * @returns a promise that resolves once they are applied; where the store cannot be read, the page keeps its defaults
 */
export async function applyAppearance(): Promise<void> {
  const apply = async () => {
    const { theme, textPercent } = await getSettings();
    const { style } = document.documentElement;
    style.colorScheme = schemeOf(theme);
    style.fontSize = textPercent === 100 ? '' : `${textPercent}%`;
  };
  onSettingsChanged(() => void apply());
  await apply().catch(() => undefined);
}

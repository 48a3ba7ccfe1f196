import { schemeOf } from '../core/settings';
import { getSettings, onSettingsChanged } from './store';

/**
 * Gives an extension page the theme and the size of text that the reader chose, now and whenever that changes.
 * @returns when it is done for the first time; a store that cannot be read leaves the page as it is
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

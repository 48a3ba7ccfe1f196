import type { Settings } from '../../core/settings';
import type { OptionsPorts } from './ports';

/** Props of a section of settings. */
export interface SettingsProps {
  /** The present settings. */
  readonly settings: Settings;
  readonly set: OptionsPorts['set'];
}

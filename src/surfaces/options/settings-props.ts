import type { Settings } from '../../core/settings';
import type { OptionsPorts } from './ports';

/** What a section of settings is given. */
export interface SettingsProps {
  /** What holds. */
  readonly settings: Settings;
  readonly set: OptionsPorts['set'];
}

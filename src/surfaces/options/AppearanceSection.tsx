import { SETTING_VALUES } from '../../core/settings';
import { formatPercent, t } from '../../platform/text';
import { SettingRow } from './SettingRow';
import type { SettingsProps } from './settings-props';

/**
 * Theme and text size, which this page shows at once.
 * @param props the settings, and a function that changes one
 * @returns a section
 */
export function AppearanceSection({ settings, set }: SettingsProps) {
  return (
    <section id="appearance" aria-labelledby="appearance-title">
      <h2 id="appearance-title">{t('options_appearance')}</h2>
      <p class="lead">{t('options_appearance_lead')}</p>
      <SettingRow
        id="theme"
        title={t('options_theme')}
        lead={t('options_theme_lead')}
        values={SETTING_VALUES.theme}
        labelOf={(value) => t(`theme_${value}`)}
        value={settings.theme}
        onChoose={(value) => set('theme', value)}
      />
      <SettingRow
        id="text"
        title={t('options_text')}
        lead={t('options_text_lead')}
        values={SETTING_VALUES.textPercent}
        labelOf={(value) => formatPercent(value)}
        value={settings.textPercent}
        onChoose={(value) => set('textPercent', value)}
      />
    </section>
  );
}

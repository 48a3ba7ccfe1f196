import { SETTING_VALUES } from '../../core/settings';
import { formatPercent, t } from '../../platform/text';
import { SettingRow } from './SettingRow';
import type { SettingsProps } from './settings-props';

/**
 * How cards and Sidelight's own pages look; this page shows it as it is chosen.
 * @param props what holds, and how it is changed
 * @returns a section
 */
export function LookSection({ settings, set }: SettingsProps) {
  return (
    <section id="look" aria-labelledby="look-title">
      <h2 id="look-title">{t('options_look')}</h2>
      <p class="lead">{t('options_look_lead')}</p>
      <SettingRow
        id="theme"
        title={t('options_theme')}
        lead={t('options_theme_lead')}
        values={SETTING_VALUES.theme}
        wordOf={(value) => t(`theme_${value}`)}
        value={settings.theme}
        onChoose={(value) => set('theme', value)}
      />
      <SettingRow
        id="text"
        title={t('options_text')}
        lead={t('options_text_lead')}
        values={SETTING_VALUES.textPercent}
        wordOf={(value) => formatPercent(value)}
        value={settings.textPercent}
        onChoose={(value) => set('textPercent', value)}
      />
    </section>
  );
}

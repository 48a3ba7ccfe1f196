import { SETTING_VALUES } from '../../core/settings';
import { t } from '../../platform/text';
import { RichText } from '../../ui/RichText';
import { MarkGroupsRow } from './MarkGroupsRow';
import { SettingRow } from './SettingRow';
import type { SettingsProps } from './settings-props';

const SECOND_MS = 1000;

/**
 * Settings for reading and marking pages, and for opening cards.
 * @param props the settings, and a function that changes one
 * @returns a section
 */
export function ReadingSection({ settings, set }: SettingsProps) {
  const { marks, opening, dwellMs, code } = settings;
  return (
    <section id="reading" aria-labelledby="reading-title">
      <h2 id="reading-title">{t('options_reading')}</h2>
      <p class="lead">{t('options_reading_lead')}</p>
      <SettingRow
        id="marks"
        title={t('options_marks')}
        lead={t('options_marks_lead')}
        values={SETTING_VALUES.marks}
        labelOf={(value) => t(`marks_${value}`)}
        value={marks}
        onChoose={(value) => set('marks', value)}
      >
        <p class="example">
          <RichText
            of="options_example"
            nodes={[
              settings.companies === 'marked' ? <u>{EXAMPLE.company}</u> : EXAMPLE.company,
              settings.chips === 'marked' ? <u>{EXAMPLE.chip}</u> : EXAMPLE.chip,
              settings.chips === 'marked' && marks === 'every' ? <u>{EXAMPLE.chip}</u> : EXAMPLE.chip,
              settings.software === 'marked' ? <u>{EXAMPLE.platform}</u> : EXAMPLE.platform,
            ]}
          />
        </p>
      </SettingRow>
      <MarkGroupsRow settings={settings} set={set} />
      <SettingRow
        id="opening"
        title={t('options_opening')}
        lead={t('options_opening_lead')}
        values={SETTING_VALUES.opening}
        labelOf={(value) => t(`opening_${value}`)}
        value={opening}
        onChoose={(value) => set('opening', value)}
      />
      <SettingRow
        id="dwell"
        title={t('options_dwell')}
        lead={opening === 'rest' ? t('options_dwell_lead') : t('options_dwell_idle')}
        values={SETTING_VALUES.dwellMs}
        labelOf={(value) => t('options_seconds', value / SECOND_MS)}
        value={dwellMs}
        disabled={opening !== 'rest'}
        onChoose={(value) => set('dwellMs', value)}
      />
      <SettingRow
        id="code"
        title={t('options_code')}
        lead={t('options_code_lead')}
        values={SETTING_VALUES.code}
        labelOf={(value) => t(`code_${value}`)}
        value={code}
        onChoose={(value) => set('code', value)}
      />
    </section>
  );
}

/** Names in the example sentence, the same in every language. */
const EXAMPLE = { company: 'Amazon', chip: 'Trainium', platform: 'Bedrock' } as const;

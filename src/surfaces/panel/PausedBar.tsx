import { t } from '../../platform/text';

/**
 * Explains that the panel was told not to follow the reader.
 * @param props an event handler
 * @returns a bar
 */
export function PausedBar({ onResume }: { onResume: () => void }) {
  return (
    <div class="paused-bar">
      <p role="status">{t('panel_paused')}</p>
      <button type="button" class="link" onClick={onResume}>
        {t('panel_resume')}
      </button>
    </div>
  );
}

import { t } from '../../platform/text';

export interface PausedBarProps {
  isExploring: boolean;
  onResume: () => void;
}

/**
 * Explains that the panel does not follow the reader now.
 * @param props the reason, and an event handler
 * @returns a bar
 */
export function PausedBar({ isExploring, onResume }: PausedBarProps) {
  return (
    <div class="paused-bar">
      <p role="status">{isExploring ? t('panel_exploring') : t('panel_paused')}</p>
      <button type="button" class="link" onClick={onResume}>
        {isExploring ? t('panel_back_to_reading') : t('panel_resume')}
      </button>
    </div>
  );
}

import { t } from '../../platform/text';
import type { TabReport } from '../../protocol/reports';
import { siteLabel } from '../../settings/site-label';
import { IconButton } from '../../ui/IconButton';
import { Logo } from '../../ui/Logo';

export interface PopupHeaderProps {
  report: TabReport | null;
  onSwitch: (site: string, enabled: boolean) => void;
  onPause: () => void;
}

/**
 * The popup's name, the page's site, the pause for the page, and the switch for the site.
 * @param props the report and event handlers; there is no switch where the reader has no choice
 * @returns a `header`
 */
export function PopupHeader({ report, onSwitch, onPause }: PopupHeaderProps) {
  const site = report?.site ?? null;
  const isOn = report?.state === 'read' || report?.state === 'reading';
  const switchable = isOn || report?.state === 'paused' || report?.state === 'off';
  const enabled = report?.state !== 'off';
  const label = site === null ? '' : siteLabel(site);
  return (
    <header class="popup-header">
      <Logo />
      <h1>{t('extension_name')}</h1>
      <span class="site" title={label || undefined}>
        {label}
      </span>
      {site !== null && isOn && (
        <IconButton icon="pause" label={t('pause_page')} title={t('pause_page_title')} onPress={onPause} />
      )}
      {site !== null && switchable && (
        <button
          type="button"
          class="switch"
          role="switch"
          aria-checked={enabled}
          aria-label={t('popup_switch', label)}
          title={t(enabled ? 'turn_off' : 'turn_on', label)}
          onClick={() => onSwitch(site, !enabled)}
        >
          <span class="switch-track" />
        </button>
      )}
    </header>
  );
}

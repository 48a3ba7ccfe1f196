import { t } from '../../platform/text';
import type { TabReport } from '../../protocol/reports';
import { siteLabel } from '../../settings/site-label';
import { Logo } from '../../ui/Logo';

export interface PopupHeaderProps {
  report: TabReport | null;
  onSwitch: (site: string, enabled: boolean) => void;
}

/**
 * The popup's name, the page's site, and the switch for the site.
 * @param props the report and an event handler; there is no switch where the reader has no choice
 * @returns a `header`
 */
export function PopupHeader({ report, onSwitch }: PopupHeaderProps) {
  const site = report?.site ?? null;
  const switchable = report?.state === 'read' || report?.state === 'reading' || report?.state === 'off';
  const enabled = report?.state !== 'off';
  const label = site === null ? '' : siteLabel(site);
  return (
    <header class="popup-header">
      <Logo />
      <h1>{t('extension_name')}</h1>
      <span class="site" title={label || undefined}>
        {label}
      </span>
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

import type { TabReport } from '../protocol/messages';
import { Mark } from '../ui/Mark';

export interface PopupHeaderProps {
  report: TabReport | null;
  onSwitch: (site: string, enabled: boolean) => void;
}

/**
 * Who this is, which site it is about, and the switch for that site.
 * @param props the report, and what the switch does; there is no switch where the reader has no choice
 * @returns a `header`
 */
export function PopupHeader({ report, onSwitch }: PopupHeaderProps) {
  const site = report?.site ?? null;
  const switchable = report?.state === 'read' || report?.state === 'reading' || report?.state === 'off';
  const enabled = report?.state !== 'off';
  return (
    <header class="popup-header">
      <Mark />
      <h1>Sidelight</h1>
      <span class="site" title={site ?? undefined}>
        {site}
      </span>
      {site !== null && switchable && (
        <button
          type="button"
          class="switch"
          role="switch"
          aria-checked={enabled}
          aria-label={`Sidelight on ${site}`}
          title={enabled ? `Turn off for ${site}` : `Turn on for ${site}`}
          onClick={() => onSwitch(site, !enabled)}
        >
          <span class="switch-track" />
        </button>
      )}
    </header>
  );
}

import { t } from '../../platform/text';
import type { TabReport } from '../../protocol/reports';
import { siteLabel } from '../../settings/site-label';
import { IconButton } from '../../ui/IconButton';
import { Logo } from '../../ui/Logo';

export interface PanelHeaderProps {
  report: TabReport | null;
  isFollowing: boolean;
  /** Whether there are cards to follow, or an open card to return from. */
  canFollow: boolean;
  onFollow: (wanted: boolean) => void;
  onAtlas: () => void;
  onOptions: () => void;
}

/**
 * The panel's name, the page's site, and buttons.
 * @param props the report, the state, and event handlers
 * @returns a `header`
 */
export function PanelHeader(props: PanelHeaderProps) {
  const { report, isFollowing, canFollow, onFollow, onAtlas, onOptions } = props;
  const site = report?.site ? siteLabel(report.site) : null;
  return (
    <header class="panel-header">
      <Logo />
      <h1>{t('extension_name')}</h1>
      <span class="site" title={site ?? undefined}>
        {site}
      </span>
      {canFollow && (
        <IconButton
          icon={isFollowing ? 'follow' : 'pause'}
          label={isFollowing ? t('panel_pause') : t('panel_resume')}
          lit={isFollowing}
          onPress={() => onFollow(!isFollowing)}
        />
      )}
      <IconButton icon="atlas" label={t('panel_atlas')} onPress={onAtlas} />
      <IconButton icon="options" label={t('panel_options')} onPress={onOptions} />
    </header>
  );
}

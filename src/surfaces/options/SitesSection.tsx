import { t } from '../../platform/text';
import { siteLabel } from '../../settings/site-label';
import { ChoiceSection } from './ChoiceSection';

export interface SitesSectionProps {
  /** Names of the sites that are switched off. */
  sites: readonly string[];
  /**
   * Switches a site on; rejects where that failed.
   * @param outcome what holds then, as a sentence
   */
  onSwitchOn: (site: string, outcome: string) => Promise<void>;
}

/**
 * The sites on which Sidelight is switched off.
 * @param props the sites, and what switching one on does
 * @returns a section
 */
export function SitesSection({ sites, onSwitchOn }: SitesSectionProps) {
  const choices = sites.map((site) => ({
    id: site,
    what: <bdi>{siteLabel(site)}</bdi>,
    label: t('options_switch_on_site', siteLabel(site)),
    undo: () => onSwitchOn(site, t('options_on_again', siteLabel(site))),
  }));
  return (
    <ChoiceSection
      id="sites"
      title={t('options_sites')}
      lead={t('options_sites_lead')}
      empty={t('options_sites_empty')}
      action={t('options_switch_on')}
      choices={choices}
    />
  );
}

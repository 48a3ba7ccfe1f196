import { t } from '../../platform/text';
import type { SectionInView } from '../../protocol/reading-port';
import { IconButton } from '../../ui/IconButton';

/** Up to this number, each section has a piece of the line. */
const MAX_PIECES = 24;

export interface TrackProps extends WaysOutProps {
  /** Null where the page has none. */
  section: SectionInView | null;
  /** Stands where there is no section. */
  site: string | null;
  isFollowing: boolean;
  /** Whether there are cards to follow. */
  canFollow: boolean;
  onFollow: (wanted: boolean) => void;
}

/**
 * The section of the page in the viewport, with its position among the sections, and the panel's buttons.
 * @param props the section, the state, and event handlers
 * @returns a `header`; its lower edge shows how far the reader is
 */
export function Track({ section, site, isFollowing, canFollow, onFollow, ...waysOut }: TrackProps) {
  const title = section ? section.title || t('panel_opening') : (site ?? '');
  return (
    <header class="track">
      {canFollow && (
        <IconButton
          icon={isFollowing ? 'follow' : 'pause'}
          label={isFollowing ? t('panel_pause') : t('panel_resume')}
          lit={isFollowing}
          onPress={() => onFollow(!isFollowing)}
        />
      )}
      <p class="place" title={title}>
        {section && <span class="hidden">{t('panel_reading')}</span>} <b dir="auto">{title}</b>
      </p>
      {section && <small>{t('panel_section_place', section.index, section.total)}</small>}
      <WaysOut {...waysOut} />
      {section && <Progress {...section} />}
    </header>
  );
}

export interface WaysOutProps {
  onAtlas: () => void;
  onOptions: () => void;
}

/**
 * The ways from the panel to other pages of the extension.
 * @param props event handlers
 * @returns two buttons
 */
export function WaysOut({ onAtlas, onOptions }: WaysOutProps) {
  return (
    <span class="ways-out">
      <IconButton icon="atlas" label={t('panel_atlas')} onPress={onAtlas} />
      <IconButton icon="options" label={t('panel_options')} onPress={onOptions} />
    </span>
  );
}

/** What is read, what is being read, what is to come. */
function Progress({ index, total }: SectionInView) {
  const pieces = total <= MAX_PIECES ? Array.from({ length: total }, () => 1) : [index - 1, 1, total - index];
  const current = total <= MAX_PIECES ? index - 1 : 1;
  return (
    <span class="progress" aria-hidden="true">
      {pieces.map((share, at) => (
        <i
          key={at}
          class={at < current ? 'read' : at === current ? 'now' : undefined}
          style={{ flexGrow: share }}
        />
      ))}
    </span>
  );
}

import type { Card } from '../../pack/card';
import { t, tn } from '../../platform/text';
import { siteLabel } from '../../settings/site-label';
import { CardView } from '../../ui/CardView';
import { tiesHash } from './route';

export const HEADING_ID = 'atlas-card-name';

export interface CardPaneProps {
  card: Card;
  /** The page's site; null where it has none. */
  site: string | null;
  /** Number of mentions on the page. */
  total: number;
  onShow: () => void;
  onOpenCard: (id: string) => void;
  onClose: () => void;
}

/**
 * One card beside the maps; in a narrow window it replaces them.
 * @param props the card, its mentions on the page, and event handlers
 * @returns an `aside`
 */
export function CardPane({ card, site, total, onShow, onOpenCard, onClose }: CardPaneProps) {
  return (
    <aside class="pane" aria-label={t('atlas_open_card')}>
      {total > 0 && (
        <p class="pane-light">
          <span>
            {site === null ? tn('atlas_on_page', total) : tn('atlas_on_site', total, siteLabel(site))}
          </span>
          <button type="button" class="link" onClick={onShow}>
            {t('atlas_show')}
          </button>
        </p>
      )}
      <CardView
        // A new card starts at its top.
        key={card.id}
        card={card}
        extent="full"
        headingId={HEADING_ID}
        onClose={onClose}
        onOpenCard={onOpenCard}
      />
      <p class="pane-more">
        <a href={tiesHash(card.id)}>{t('atlas_all_ties')}</a>
      </p>
    </aside>
  );
}

import type { Card } from '../../pack/card';
import { t, tn } from '../../platform/text';
import { siteWords } from '../../settings/site-name';
import { CardView } from '../../ui/CardView';
import { tiesHash } from './place';

export const HEADING_ID = 'atlas-card-name';

export interface CardPaneProps {
  card: Card;
  /** How often the page mentions it, and the page's site; left out where it does not. */
  mentions: { readonly site: string | null; readonly total: number } | undefined;
  onShow: () => void;
  onOpenCard: (id: string) => void;
  onClose: () => void;
}

/**
 * One card beside the maps, or in their place where there is no room beside them.
 * @param props the card, its mentions, and the ways on
 * @returns an `aside`
 */
export function CardPane({ card, mentions, onShow, onOpenCard, onClose }: CardPaneProps) {
  return (
    <aside class="pane" aria-label={t('atlas_open_card')}>
      {mentions && (
        <p class="pane-light">
          <span>
            {mentions.site === null
              ? tn('atlas_on_page', mentions.total)
              : tn('atlas_on_site', mentions.total, siteWords(mentions.site))}
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

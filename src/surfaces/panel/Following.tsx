import { t, tn } from '../../platform/text';
import type { Visit } from '../../ui/VisitWords';
import { CardRows, FoldedRows } from './CardRows';
import { PanelCard } from './PanelCard';
import type { PanelRows } from './rows';

export interface FollowingProps {
  rows: PanelRows;
  /** Whether it is known what is in the viewport. */
  isInView: boolean;
  visit: Visit | null;
  onOpen: (card: string) => void;
  /** Opens a card by a link in the leading one. */
  onFollowLink: (card: string, from: string) => void;
  onShow: (card: string, direction: 1 | -1) => void;
}

/**
 * The leading card of the page's viewport, the others there, then those on the rest of the page.
 * @param props the page's cards, and event handlers
 * @returns the panel's content
 */
export function Following({ rows, isInView, visit, onOpen, onFollowLink, onShow }: FollowingProps) {
  const { lead, onScreen, alsoOnScreen, elsewhere } = rows;
  const onNextMention = (card: string) => onShow(card, 1);
  return (
    <>
      {lead && (
        <PanelCard
          card={lead.card}
          total={lead.count}
          visit={visit}
          onOpen={(id) => onFollowLink(id, lead.card.id)}
          onShow={onShow}
        />
      )}
      {isInView && !lead && <p class="nothing">{t('panel_nothing_on_screen')}</p>}
      {onScreen.length + alsoOnScreen.length > 0 && (
        <section aria-labelledby="also">
          <h2 id="also" class="list-title">
            {t('panel_also_on_screen')}
          </h2>
          <CardRows rows={onScreen} isDefined={false} onOpen={onOpen} onNextMention={onNextMention} />
          <FoldedRows rows={alsoOnScreen} onOpen={onOpen} onNextMention={onNextMention} />
        </section>
      )}
      {elsewhere.length > 0 && (
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere" class="list-title">
            {isInView ? t('panel_elsewhere') : t('panel_on_page')}
            <span class="list-count">{tn('cards', elsewhere.length)}</span>
          </h2>
          <CardRows rows={elsewhere} isDefined={false} onOpen={onOpen} onNextMention={onNextMention} />
        </section>
      )}
    </>
  );
}

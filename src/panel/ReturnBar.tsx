import type { Card } from '../pack/card';
import { t } from '../platform/text';
import type { Visit } from './panel-state';

export interface ReturnBarProps {
  visit: Visit | null;
  cards: readonly Card[];
  onReturn: () => void;
}

/**
 * After the page was scrolled to a mention: which one, and the way back to the line. Always in the document, so that
 * what appears in it is announced.
 * @param props the mention shown, the pack's cards, and what going back does
 * @returns a bar, out of sight while there is nothing to go back from
 */
export function ReturnBar({ visit, cards, onReturn }: ReturnBarProps) {
  const name = cards.find(({ id }) => id === visit?.card)?.name ?? '';
  return (
    <div class={visit ? 'return-bar' : 'hidden'}>
      <p role="status">
        {visit &&
          (visit.count > 0
            ? t('panel_shown_mention', name, visit.position, visit.count)
            : t('panel_mention_gone', name))}
      </p>
      {visit?.hasMoved && (
        <button type="button" class="link" onClick={onReturn}>
          {t('panel_return')}
        </button>
      )}
    </div>
  );
}

import type { Card } from '../pack/card';
import { t } from '../platform/text';
import { type Visit, VisitWords } from './VisitWords';

export interface ReturnBarProps {
  visit: Visit | null;
  cards: readonly Card[];
  onReturn: () => void;
}

/**
 * Names the mention that the page was scrolled to, and leads back. Always in the document: a live region announces only
 * what changes in it.
 * @param props the mention, the pack's cards, and an event handler
 * @returns a bar; visually hidden while there is no mention
 */
export function ReturnBar({ visit, cards, onReturn }: ReturnBarProps) {
  return (
    <div class={visit ? 'return-bar' : 'hidden'}>
      <p role="status">
        {visit && <VisitWords visit={visit} card={cards.find(({ id }) => id === visit.card)} />}
      </p>
      {visit?.hasMoved && (
        <button type="button" class="link" onClick={onReturn}>
          {t('return_to_reading')}
        </button>
      )}
    </div>
  );
}

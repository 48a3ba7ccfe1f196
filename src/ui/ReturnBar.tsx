import { t } from '../platform/text';

/** The mention that the page was scrolled to; `position` counts from 1, `count` is 0 where no mention is left. */
export interface Visit {
  readonly card: string;
  readonly position: number;
  readonly count: number;
  /** Whether the page has been scrolled, so that there is a position to return to. */
  readonly hasMoved: boolean;
}

export interface ReturnBarProps {
  visit: Visit | null;
  /** The name of a card. */
  nameOf: (card: string) => string;
  onReturn: () => void;
}

/**
 * Names the mention that the page was scrolled to, and leads back. Always in the document: a live region announces only
 * what changes in it.
 * @param props the mention, its card's name, and an event handler
 * @returns a bar; visually hidden while there is no mention
 */
export function ReturnBar({ visit, nameOf, onReturn }: ReturnBarProps) {
  return (
    <div class={visit ? 'return-bar' : 'hidden'}>
      <p role="status">
        {visit &&
          (visit.count > 0
            ? t('mention_reached', nameOf(visit.card), visit.position, visit.count)
            : t('mention_gone', nameOf(visit.card)))}
      </p>
      {visit?.hasMoved && (
        <button type="button" class="link" onClick={onReturn}>
          {t('return_to_reading')}
        </button>
      )}
    </div>
  );
}

import { t } from '../platform/text';

/** Where the page was taken to. `count` is 0 where no mention could be found any more. */
export interface Visit {
  readonly card: string;
  readonly position: number;
  readonly count: number;
  /** The page was scrolled, now or before, so there is a place to go back to. */
  readonly hasMoved: boolean;
}

export interface ReturnBarProps {
  visit: Visit | null;
  /** The name of a card. */
  nameOf: (card: string) => string;
  onReturn: () => void;
}

/**
 * After the page was scrolled to a mention: which one, and the way back to the line. Always in the document, so that
 * what appears in it is announced.
 * @param props the mention shown, its card's name, and what going back does
 * @returns a bar, out of sight while there is nothing to go back from
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

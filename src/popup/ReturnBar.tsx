import { t } from '../platform/text';

/** Where the page was scrolled to. `count` is 0 where no mention could be found any more. */
export interface Visit {
  readonly card: string;
  readonly name: string;
  readonly position: number;
  readonly count: number;
  /** The page was scrolled, now or before, so there is a place to go back to. */
  readonly moved: boolean;
}

export interface ReturnBarProps {
  visit: Visit | null;
  onReturn: () => void;
}

/**
 * After the page was scrolled to a mention: which one, and the way back.
 * Always in the document, so that what appears in it is announced.
 * @param props the mention shown, and what going back does
 * @returns a bar, out of sight while there is nothing to go back from
 */
export function ReturnBar({ visit, onReturn }: ReturnBarProps) {
  return (
    <footer class={visit ? 'return-bar' : 'hidden'}>
      <p role="status">{visit && describe(visit)}</p>
      {visit?.moved && (
        <button type="button" class="link" onClick={onReturn}>
          {t('popup_return')}
        </button>
      )}
    </footer>
  );
}

function describe({ name, position, count }: Visit): string {
  return count > 0 ? t('popup_reached', name, position, count) : t('popup_gone', name);
}

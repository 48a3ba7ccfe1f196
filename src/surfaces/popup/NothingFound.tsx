import type { Kind } from '../../pack/schema';
import { t } from '../../platform/text';
import { kindName } from '../../ui/names';

export interface NothingFoundProps {
  query: string;
  kind: Kind | null;
  onQuery: (query: string) => void;
  onKind: (kind: Kind | null) => void;
}

/**
 * Explains that no card matches, and offers to clear the query or the kind.
 * @param props the query, the kind, and event handlers
 * @returns a paragraph and buttons
 */
export function NothingFound({ query, kind, onQuery, onKind }: NothingFoundProps) {
  const text = query.trim();
  return (
    <div class="nothing">
      <p>
        {kind === null ? t('popup_nothing_found', text) : t('popup_nothing_of_kind', text, kindName(kind))}
      </p>
      {kind !== null && (
        <button type="button" class="link" onClick={() => onKind(null)}>
          {t('popup_show_every_kind')}
        </button>
      )}
      <button type="button" class="link" onClick={() => onQuery('')}>
        {t('popup_clear_search')}
      </button>
    </div>
  );
}

import { t, tn } from '../../platform/text';
import { ActionIcon } from '../../ui/Icon';

export interface SearchFieldProps {
  query: string;
  /** Number of cards in the pack. */
  total: number;
  onQuery: (query: string) => void;
}

/**
 * The search field, with the key that focuses or clears it.
 * @param props the query, the number of cards, and an event handler
 * @returns a labelled field
 */
export function SearchField({ query, total, onQuery }: SearchFieldProps) {
  const label = tn('popup_search', total);
  return (
    <label class="search">
      <ActionIcon name="search" />
      <input
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellcheck={false}
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
      <kbd>{query ? t('popup_escape_key') : '/'}</kbd>
    </label>
  );
}

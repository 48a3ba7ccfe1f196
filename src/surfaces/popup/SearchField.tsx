import { useRef } from 'preact/hooks';
import { t } from '../../platform/text';
import { ActionIcon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';

export interface SearchFieldProps {
  query: string;
  /** Called whenever the field is used. */
  onUse: () => void;
  onQuery: (query: string) => void;
}

/**
 * The search field, with the key that focuses it or a button that clears it.
 * @param props the query and event handlers
 * @returns a labelled field
 */
export function SearchField({ query, onUse, onQuery }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const clear = () => {
    onQuery('');
    field.current?.focus();
  };
  return (
    <div class="search">
      <label>
        <ActionIcon name="search" />
        <input
          ref={field}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          spellcheck={false}
          aria-label={t('popup_search')}
          aria-keyshortcuts="/"
          placeholder={t('popup_search')}
          value={query}
          onFocus={onUse}
          onInput={(event) => {
            // A document without the focus has its field used without a focus event.
            onUse();
            onQuery(event.currentTarget.value);
          }}
        />
        {query === '' && <kbd>/</kbd>}
      </label>
      {query !== '' && <IconButton icon="close" label={t('popup_clear_search')} onPress={clear} />}
    </div>
  );
}

import { t, tn } from '../../platform/text';
import { ActionIcon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { Logo } from '../../ui/Logo';

export interface SectionLink {
  readonly hash: string;
  readonly name: string;
  /** BCP 47 tag, where the name is the pack's. */
  readonly language?: string;
}

export interface TopBarProps {
  sections: readonly SectionLink[];
  /** Number of cards in the pack. */
  total: number;
  onSearch: () => void;
  onOptions: () => void;
}

/**
 * The atlas' navigation, search button and options button.
 * @param props the sections and event handlers
 * @returns a `header`
 */
export function TopBar({ sections, total, onSearch, onOptions }: TopBarProps) {
  return (
    <header class="bar">
      <Logo />
      <b>{t('atlas_name')}</b>
      <nav aria-label={t('atlas_sections')}>
        {sections.map(({ hash, name, language }) => (
          <a key={hash} href={hash} {...(language && { lang: language })}>
            {name}
          </a>
        ))}
      </nav>
      <button type="button" class="to-search" onClick={onSearch}>
        <ActionIcon name="search" />
        {tn('atlas_search', total)}
      </button>
      <IconButton icon="options" label={t('atlas_options')} onPress={onOptions} />
    </header>
  );
}

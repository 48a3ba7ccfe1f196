import type { Card } from '../../pack/card';
import { t } from '../../platform/text';
import { IconButton } from '../../ui/IconButton';

export interface TrailProps {
  /** The cards visited, the open one last. */
  cards: readonly Card[];
  onBack: () => void;
  /** To one of the cards, counted from 0. */
  onRevisit: (index: number) => void;
}

/**
 * The cards that led to the open one, each a way back to it.
 * @param props the cards, and the ways back
 * @returns a `nav`
 */
export function Trail({ cards, onBack, onRevisit }: TrailProps) {
  return (
    <nav class="trail" aria-label={t('panel_trail')}>
      <IconButton icon="previous" label={t('panel_back')} onPress={onBack} />
      <ol>
        {cards.map(({ name, language }, index) => (
          <li key={index} lang={language}>
            {index === cards.length - 1 ? (
              <span aria-current="page">{name}</span>
            ) : (
              <button type="button" class="link" onClick={() => onRevisit(index)}>
                {name}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

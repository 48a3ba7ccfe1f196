import type { Card } from '../../pack/card';
import { t } from '../../platform/text';
import { IconButton } from '../../ui/IconButton';

export interface TrailProps {
  /** The cards visited, the open one last. */
  cards: readonly Card[];
  onBack: () => void;
  /** Returns to a card, counted from 0. */
  onRevisit: (index: number) => void;
}

/**
 * The cards visited up to the open one, with buttons that return to them.
 * @param props the cards and event handlers
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

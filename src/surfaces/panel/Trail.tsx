import type { Card } from '../../pack/card';
import { t } from '../../platform/text';
import { IconButton } from '../../ui/IconButton';
import { WaysOut, type WaysOutProps } from './Track';

export interface TrailProps extends WaysOutProps {
  /** The cards visited, the open one last. */
  cards: readonly Card[];
  onBack: () => void;
  /** Returns to a card, counted from 0. */
  onRevisit: (index: number) => void;
  /** Closes the card, and follows the reader again. */
  onResume: () => void;
}

/**
 * Stands in the track's place while a card is open: the cards visited up to it, and the way back to reading.
 * @param props the cards and event handlers
 * @returns a `header`
 */
export function Trail({ cards, onBack, onRevisit, onResume, ...waysOut }: TrailProps) {
  return (
    <header class="track">
      <IconButton icon="previous" label={t('panel_back')} onPress={onBack} />
      <nav class="trail" aria-label={t('panel_trail')}>
        <ol>
          {cards.map(({ name, language }, index) => (
            <li key={index} lang={language}>
              {index === cards.length - 1 ? (
                <b aria-current="page" title={name}>
                  {name}
                </b>
              ) : (
                <button type="button" class="link" title={name} onClick={() => onRevisit(index)}>
                  {name}
                </button>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <p class="hidden" role="status">
        {t('panel_exploring')}
      </p>
      <button type="button" class="link" aria-label={t('panel_back_to_reading')} onClick={onResume}>
        {t('panel_reading_link')}
      </button>
      <WaysOut {...waysOut} />
    </header>
  );
}

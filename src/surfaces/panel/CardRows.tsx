import { useState } from 'preact/hooks';
import { formatList, formatNumber, t, tn } from '../../platform/text';
import { ActionIcon, KindIcon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { NameList } from '../../ui/NameList';
import { kindName } from '../../ui/names';
import type { Row } from './rows';

export interface CardRowsProps {
  rows: readonly Row[];
  /** Whether to show what each card is, in a few words. */
  isDefined: boolean;
  onOpen: (id: string) => void;
  /** Undefined where the page is not to be scrolled. */
  onNextMention?: ((id: string) => void) | undefined;
}

/**
 * A list of cards. A row opens its card; a card on the page has a button that shows its next mention.
 * @param props the rows and event handlers
 * @returns a list
 */
export function CardRows({ rows, isDefined, onOpen, onNextMention }: CardRowsProps) {
  return (
    <ul class="rows">
      {rows.map(({ card, count }) => (
        <li key={card.id} data-card={card.id}>
          <button type="button" class="row" onClick={() => onOpen(card.id)}>
            <KindIcon kind={card.kind} />
            <span class="hidden">{kindName(card.kind)}</span>
            <span class="row-name" lang={card.language} title={`${card.name}: ${card.short}`}>
              {card.name}
            </span>
            <CountMark count={count} />
            {isDefined && (
              <span class="row-short" lang={card.language}>
                {card.short}
              </span>
            )}
          </button>
          {count > 0 && onNextMention && (
            <IconButton
              icon="next-mention"
              label={t('next_of_card', card.name)}
              title={t('next_mention')}
              onPress={() => onNextMention(card.id)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/**
 * Cards in one line, by name; a click unfolds it.
 * @param props the rows and event handlers
 * @returns a list; one card alone stands as a row
 */
export function FoldedRows({ rows, onOpen, onNextMention }: Omit<CardRowsProps, 'isDefined'>) {
  const [isOpen, setOpen] = useState(false);
  const cards = rows.map(({ card }) => card);
  const list = rows.length > 0 && <CardRows {...{ rows, onOpen, onNextMention }} isDefined={false} />;
  if (rows.length < 2) return list || null;
  return (
    <>
      <ul class="rows">
        <li>
          <button
            type="button"
            class="row"
            title={formatList(cards.map(({ name }) => name))}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <KindIcon kind="company" />
            <span class="row-name">
              <NameList cards={cards} />
            </span>
            <CountMark count={rows.reduce((sum, { count }) => sum + count, 0)} />
            <ActionIcon name="expand" />
          </button>
        </li>
      </ul>
      {isOpen && <div class="unfolded">{list}</div>}
    </>
  );
}

/**
 * The number of mentions on the page.
 * @param props the number
 * @returns a badge; nothing for 0
 */
function CountMark({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span class="row-count" title={tn('panel_mentions', count)}>
      <span aria-hidden="true">{formatNumber(count)}</span>
      <span class="hidden">{tn('panel_mentions', count)}</span>
    </span>
  );
}

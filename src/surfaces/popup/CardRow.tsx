import type { ComponentChildren } from 'preact';
import { formatNumber, t, tn } from '../../platform/text';
import { SectionNumber } from '../../ui/Citation';
import { KindIcon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { Marked } from '../../ui/Marked';
import { kindName } from '../../ui/names';
import { type Visit, VisitWords } from '../../ui/VisitWords';
import type { Row } from './model';
import type { Roving } from './use-roving';

/** What rows do, and what they show of the reader's steps. */
export interface RowActions {
  /** The mention that the page was scrolled to. */
  visit: Visit | null;
  onOpen: (id: string) => void;
  onNextMention: (id: string) => void;
}

export interface CardRowProps extends RowActions {
  row: Row;
  roving: Roving;
  /** Folded words to mark in the name. */
  words?: readonly string[];
  /** The line below the name; the card's short meaning by default. */
  children?: ComponentChildren;
}

/**
 * A card in a list. It opens the card; where the page mentions the card, a button beside it shows the next mention.
 * @param props the row and event handlers
 * @returns a list item
 */
export function CardRow({ row, roving, words = [], visit, onOpen, onNextMention, children }: CardRowProps) {
  const { card, count } = row;
  const { tabIndex, onFocusIn } = roving;
  const shown = visit?.card === card.id ? visit : null;
  return (
    <li class={shown && shown.count > 0 ? 'at' : undefined} onFocusIn={onFocusIn}>
      <button
        type="button"
        class="row"
        data-row={card.id}
        data-card={card.id}
        tabIndex={tabIndex}
        onClick={() => onOpen(card.id)}
      >
        <KindIcon kind={card.kind} />
        <span class="hidden">{kindName(card.kind)}</span>
        <span class="row-name" lang={card.language} dir="auto">
          <Marked text={card.name} words={words} />
        </span>
        <RowCount row={row} shown={shown} />
        <span class="row-short" dir="auto">
          {shown?.count === 0 ? (
            <VisitWords visit={shown} card={card} />
          ) : (
            children || <span lang={card.language}>{card.short}</span>
          )}
        </span>
      </button>
      {count > 0 && (
        <IconButton
          icon="next-mention"
          label={t('next_of_card', card.name)}
          title={t('next_mention')}
          tabIndex={tabIndex}
          onPress={() => onNextMention(card.id)}
        />
      )}
    </li>
  );
}

/** The number of mentions, or which of them is shown; for a card that the page does not mention, its section. */
function RowCount({ row: { card, count }, shown }: { row: Row; shown: Visit | null }) {
  if (count === 0)
    return card.section ? (
      <span class="row-count">
        <SectionNumber section={card.section} language={card.language} />
      </span>
    ) : null;
  const total = shown?.count || count;
  return (
    // As wide as the longest text that may come, so that nothing moves when it does.
    <span
      class="row-count"
      data-widest={t('card_position', total, total)}
      title={tn('panel_mentions', count)}
    >
      {shown && shown.count > 0 ? t('card_position', shown.position, shown.count) : formatNumber(count)}
    </span>
  );
}

import { formatNumber, t } from '../../platform/text';
import { KindIcon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { kindName } from '../../ui/names';
import { markMatches } from '../../ui/search';
import type { Row } from './model';

export interface CardListProps {
  /** Accessible name of the list; visible where `isTitled`. */
  title: string;
  isTitled: boolean;
  rows: readonly Row[];
  /** Folded words to underline. */
  words: readonly string[];
  /** Id of the row that Tab reaches (roving tab index). */
  current: string | undefined;
  onCurrent: (id: string) => void;
  onOpen: (id: string) => void;
  onNextMention: (id: string) => void;
}

/**
 * A list of cards. A row opens its card; a card on the page has a button that shows its next mention.
 * @param props the rows, the words to underline, and event handlers
 * @returns a list; nothing without rows
 */
export function CardList({ title, isTitled, rows, ...rest }: CardListProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      {isTitled && <h2 class="list-title">{title}</h2>}
      <ul class="rows">
        {rows.map((row) => (
          <CardRow key={row.card.id} row={row} {...rest} />
        ))}
      </ul>
    </section>
  );
}

type CardRowProps = Omit<CardListProps, 'title' | 'isTitled' | 'rows'> & { row: Row };

function CardRow({ row: { card, count }, words, current, onCurrent, onOpen, onNextMention }: CardRowProps) {
  const tabIndex = current === card.id ? 0 : -1;
  return (
    <li onFocusIn={() => onCurrent(card.id)}>
      <button
        type="button"
        class="row"
        data-card={card.id}
        tabIndex={tabIndex}
        onClick={() => onOpen(card.id)}
      >
        <KindIcon kind={card.kind} />
        <span class="hidden">{kindName(card.kind)}</span>
        <span class="row-name" lang={card.language} dir="auto">
          <Marked text={card.name} words={words} />
        </span>
        {count > 0 ? (
          <span class="row-count" title={t('on_this_page', count)}>
            ×{formatNumber(count)}
          </span>
        ) : (
          card.section && (
            <span class="row-count" title={t('card_citation_short', card.section.number, card.section.name)}>
              §{card.section.number}
            </span>
          )
        )}
        <span class="row-short" lang={card.language} dir="auto">
          <Marked text={card.short} words={words} />
        </span>
      </button>
      {count > 0 && (
        <IconButton
          icon="next-mention"
          label={t('next_of_card', card.name)}
          tabIndex={tabIndex}
          onPress={() => onNextMention(card.id)}
        />
      )}
    </li>
  );
}

function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return markMatches(text, words).map((run, index) =>
    run.matched ? <mark key={index}>{run.text}</mark> : run.text,
  );
}

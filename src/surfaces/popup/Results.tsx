import type { ComponentChildren } from 'preact';
import type { CardLine, PackOutline } from '../../pack/outline';
import { formatNumber, t, tn } from '../../platform/text';
import type { Found, FoundCard, FoundStatement } from '../../ui/card-search';
import { StanceLabel } from '../../ui/StanceLabel';
import { hasAllWords } from '../../ui/search';
import { CardRow, type RowActions } from './CardRow';
import { Marked } from './Marked';
import type { Row } from './model';
import { type Roving, useRoving } from './use-roving';

export interface ResultsProps extends RowActions {
  query: string;
  found: Found;
  pack: PackOutline;
  /** The page's rows. */
  rows: readonly Row[];
}

/**
 * What a search found: cards, then statements; or where it looked, and the nearest cards.
 * @param props what was found, the page's rows, and event handlers
 * @returns lists, or a text
 */
export function Results({ query, found, pack, rows, ...actions }: ResultsProps) {
  const cardOf = new Map(pack.cards.map((card) => [card.id, card]));
  const countOf = new Map(rows.map(({ card, count }) => [card.id, count]));
  const rowsOf = <T extends { card: string }>(entries: readonly T[]) =>
    entries.flatMap((entry) => {
      const card = cardOf.get(entry.card);
      return card ? [{ entry, row: { card, count: countOf.get(card.id) ?? 0 } }] : [];
    });
  const cards = rowsOf(found.cards.map((each) => ({ ...each, card: each.id })));
  const statements = rowsOf(found.statements);
  const rovingOf = useRoving([
    ...cards.map(({ row }) => row.card.id),
    ...statements.map((_, index) => statementId(index)),
  ]);
  if (cards.length + statements.length === 0)
    return <NothingFound query={query} found={found} pack={pack} onOpen={actions.onOpen} />;
  return (
    <>
      {found.correction !== undefined && (
        <p class="note">
          {t('popup_corrected', query.trim())} <b lang={pack.language}>{found.correction}</b>.
        </p>
      )}
      <Group title={t('popup_cards')} count={cards.length}>
        {cards.map(({ entry, row }) => (
          <CardRow
            key={row.card.id}
            row={row}
            roving={rovingOf(row.card.id)}
            words={found.words}
            {...actions}
          >
            <Reason card={row.card} spellings={entry.spellings} words={found.words} />
          </CardRow>
        ))}
      </Group>
      <Group title={t('popup_statements')} count={statements.length}>
        {statements.map(({ entry, row }, index) => (
          <StatementRow
            key={entry.text}
            id={statementId(index)}
            statement={entry}
            row={row}
            roving={rovingOf(statementId(index))}
            words={found.words}
            onOpen={actions.onOpen}
          />
        ))}
      </Group>
    </>
  );
}

const statementId = (index: number) => `statement ${index}`;

interface GroupProps {
  title: string;
  count: number;
  children: ComponentChildren;
}

function Group({ title, count, children }: GroupProps) {
  if (count === 0) return null;
  return (
    <section aria-label={title}>
      <h2 class="list-title">
        {title} <span>{formatNumber(count)}</span>
      </h2>
      <ul class="rows">{children}</ul>
    </section>
  );
}

/** Why a card was found, where its name does not show it: the spellings, or the sentence of its definition. */
function Reason({
  card,
  spellings,
  words,
}: Pick<FoundCard, 'spellings'> & { card: CardLine; words: readonly string[] }) {
  if (spellings.length > 0)
    return (
      <>
        {t('popup_spelled')} <Marked text={spellings.join(', ')} words={words} />
      </>
    );
  if (hasAllWords(card.name, words)) return <>{card.short}</>;
  const sentences = card.definition.split(/(?<=\.) /);
  const telling = sentences.find((sentence) => words.some((word) => hasAllWords(sentence, [word])));
  return <Marked text={telling ?? card.definition} words={words} />;
}

interface StatementRowProps {
  id: string;
  statement: FoundStatement;
  /** Its card. */
  row: Row;
  roving: Roving;
  words: readonly string[];
  onOpen: (id: string) => void;
}

function StatementRow({ id, statement, row: { card, count }, roving, words, onOpen }: StatementRowProps) {
  const { stance, text, cite } = statement;
  const { tabIndex, onFocusIn } = roving;
  return (
    <li onFocusIn={onFocusIn}>
      <button
        type="button"
        class="statement"
        data-row={id}
        tabIndex={tabIndex}
        onClick={() => onOpen(card.id)}
      >
        <StanceLabel stance={stance} />
        <span class="statement-text">
          <span lang={card.language}>
            <Marked text={text} words={words} />
          </span>
          {/* A no-break space keeps a citation from starting a line. */}
          {'\u00a0'}
          <span class="cite" title={t('card_citation_short', cite.number, cite.name)}>
            §{cite.number}
          </span>
        </span>
        <span class="statement-card">
          <b lang={card.language}>{card.name}</b>,{' '}
          {count > 0 ? tn('panel_mentions', count) : t('popup_not_on_page')}
        </span>
      </button>
    </li>
  );
}

type NothingFoundProps = Pick<ResultsProps, 'query' | 'found' | 'pack' | 'onOpen'>;

function NothingFound({ query, found, pack, onOpen }: NothingFoundProps) {
  const nearest = found.nearest.flatMap((id) => pack.cards.find((card) => card.id === id) ?? []);
  return (
    <section class="nothing">
      <h2>{t('popup_none_title', query.trim())}</h2>
      <p>{tn('popup_none', pack.cards.length)}</p>
      {nearest.length > 0 && (
        <p class="nearest">
          {t('popup_nearest')}{' '}
          {nearest.map((card, index) => (
            <span key={card.id}>
              {index > 0 && ', '}
              <button
                type="button"
                class="link"
                data-row={`nearest ${card.id}`}
                lang={card.language}
                onClick={() => onOpen(card.id)}
              >
                {card.name}
              </button>
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

import type { ComponentChildren } from 'preact';
import type { PackOutline } from '../../pack/outline';
import { formatNumber, t, tn } from '../../platform/text';
import { SectionNumber } from '../../ui/Citation';
import type { Found, FoundCard, FoundStatement } from '../../ui/card-search';
import { Marked } from '../../ui/Marked';
import { StanceLabel } from '../../ui/StanceLabel';
import { hasAllWords } from '../../ui/search';
import { CardRow, type RowActions } from './CardRow';
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
 * What a search found: cards, statements, definitions; or where it looked, and the nearest cards.
 * @param props what was found, the page's rows, and event handlers
 * @returns lists, or a text
 */
export function Results({ query, found, pack, rows, ...actions }: ResultsProps) {
  const { words } = found;
  const cardOf = new Map(pack.cards.map((card) => [card.id, card]));
  const countOf = new Map(rows.map(({ card, count }) => [card.id, count]));
  const rowOf = (id: string) => {
    const card = cardOf.get(id);
    return card ? [{ card, count: countOf.get(id) ?? 0 }] : [];
  };
  const cards = found.cards.flatMap(({ id, spellings }) => rowOf(id).map((row) => ({ row, spellings })));
  const statements = found.statements.flatMap((statement, index) =>
    rowOf(statement.card).map((row) => ({ row, statement, id: `statement ${index}` })),
  );
  const defined = found.defined.flatMap(rowOf);
  const rovingOf = useRoving([
    ...cards.map(({ row }) => row.card.id),
    ...statements.map(({ id }) => id),
    ...defined.map(({ card }) => card.id),
  ]);
  const show = (row: Row, reason: ComponentChildren) => (
    <CardRow key={row.card.id} {...{ row, words }} roving={rovingOf(row.card.id)} {...actions}>
      {reason}
    </CardRow>
  );
  if (cards.length + statements.length + defined.length === 0)
    return <NothingFound query={query} found={found} pack={pack} onOpen={actions.onOpen} />;
  return (
    <>
      {found.correction !== undefined && (
        <p class="note">
          {t('popup_corrected', query.trim())} <b lang={pack.language}>{found.correction}</b>
        </p>
      )}
      <Group title={t('popup_cards')} count={cards.length}>
        {cards.map(({ row, spellings }) =>
          show(row, spellings.length > 0 && <Spellings spellings={spellings} words={words} />),
        )}
      </Group>
      <Group title={t('popup_statements')} count={statements.length}>
        {statements.map(({ row, statement, id }) => (
          <StatementRow
            key={id}
            {...{ id, statement, row, words }}
            roving={rovingOf(id)}
            onOpen={actions.onOpen}
          />
        ))}
      </Group>
      <Group title={t('popup_definitions')} count={defined.length}>
        {defined.map((row) =>
          show(
            row,
            <span lang={row.card.language}>
              <Marked text={tellingSentence(row.card.definition, words)} words={words} />
            </span>,
          ),
        )}
      </Group>
    </>
  );
}

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

function Spellings({ spellings, words }: Pick<FoundCard, 'spellings'> & Pick<Found, 'words'>) {
  return (
    <>
      {t('popup_spelled')} <Marked text={spellings.join(', ')} words={words} />
    </>
  );
}

/** The first sentence of a definition that has one of the words. */
function tellingSentence(definition: string, words: readonly string[]): string {
  const sentences = definition.split(/(?<=\.) /);
  return sentences.find((each) => words.some((word) => hasAllWords(each, [word]))) ?? definition;
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
          <span class="cite">
            <SectionNumber section={cite} language={card.language} />
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

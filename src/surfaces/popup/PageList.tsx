import { Fragment } from 'preact';
import { t, tn } from '../../platform/text';
import { ActionIcon, KindIcon } from '../../ui/Icon';
import { NameList } from '../../ui/NameList';
import { kindName } from '../../ui/names';
import { CardRow, type RowActions } from './CardRow';
import type { FoldedRows, Row } from './model';
import { useRoving } from './use-roving';

/** The id of the companies' row. */
const COMPANIES = 'companies';
/** The companies that are named in it. */
const NAMED_COMPANIES = 2;

export interface PageListProps extends RowActions {
  folded: FoldedRows;
  areCompaniesOpen: boolean;
  onCompanies: (areOpen: boolean) => void;
}

/**
 * The list of cards, with companies in one line where there are many other cards.
 * @param props the rows and event handlers
 * @returns a list
 */
export function PageList({ folded, areCompaniesOpen, onCompanies, ...actions }: PageListProps) {
  const { before, companies, after } = folded;
  const rovingOf = useRoving([
    ...before.map(({ card }) => card.id),
    ...(companies.length > 0 ? [COMPANIES] : []),
    ...[...companies, ...after].map(({ card }) => card.id),
  ]);
  const show = (row: Row) => (
    <CardRow key={row.card.id} row={row} roving={rovingOf(row.card.id)} {...actions} />
  );
  const { tabIndex, onFocusIn } = rovingOf(COMPANIES);
  return (
    <ul class="rows" aria-label={t('popup_page_list')}>
      {before.map(show)}
      {companies.length > 0 && (
        <li key={COMPANIES} onFocusIn={onFocusIn}>
          <button
            type="button"
            class="fold"
            data-row={COMPANIES}
            tabIndex={tabIndex}
            aria-expanded={areCompaniesOpen}
            onClick={() => onCompanies(!areCompaniesOpen)}
          >
            <KindIcon kind="company" />
            <span class="hidden">{kindName('company')}</span>
            <span>
              <CompanyNames rows={companies} />
            </span>
            <ActionIcon name="expand" />
          </button>
        </li>
      )}
      {areCompaniesOpen && companies.map(show)}
      {after.map(show)}
    </ul>
  );
}

/** Companies in a line: 'Anthropic, AWS and 5 more'. */
function CompanyNames({ rows }: { rows: readonly Row[] }) {
  const cards = rows.map(({ card }) => card);
  const rest = cards.length - NAMED_COMPANIES;
  if (rest <= 0) return <NameList cards={cards} />;
  return (
    <>
      {cards.slice(0, NAMED_COMPANIES).map(({ id, name, language }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <span lang={language}>{name}</span>
        </Fragment>
      ))}{' '}
      {tn('popup_more_companies', rest)}
    </>
  );
}

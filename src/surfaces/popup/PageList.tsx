import { formatList, t, tn } from '../../platform/text';
import { ActionIcon, KindIcon } from '../../ui/Icon';
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
            <span>{nameCompanies(companies)}</span>
            <ActionIcon name="expand" />
          </button>
        </li>
      )}
      {areCompaniesOpen && companies.map(show)}
      {after.map(show)}
    </ul>
  );
}

/** Names companies in a line: 'Anthropic, AWS and 5 more companies'. */
function nameCompanies(rows: readonly Row[]): string {
  const names = rows.map(({ card }) => card.name);
  const rest = names.length - NAMED_COMPANIES;
  if (rest <= 0) return formatList(names);
  return tn('popup_more_companies', rest, names.slice(0, NAMED_COMPANIES).join(', '));
}

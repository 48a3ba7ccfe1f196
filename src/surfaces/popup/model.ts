import type { CardLine } from '../../pack/outline';
import { t, tn } from '../../platform/text';
import type { PageCard, TabReport } from '../../protocol/reports';

/** A card in a list; `count` is its number of mentions on the page. */
export interface Row {
  readonly card: CardLine;
  readonly count: number;
}

/** What a mention in the title or the first paragraph counts, against 1 for one elsewhere. */
const LEADING = 3;
/** The companies stand in one line after so many rows. */
const ROWS_BEFORE_COMPANIES = 4;
/** With fewer other cards than this, companies stand in rows of their own. */
const MIN_OTHERS = 3;

const isCompany = ({ card }: Row) => card.kind === 'company';

/**
 * Lists the page's cards: first those that are no companies, which pages of every subject name. Among them come first those
 * that the page mentions most, where title and first paragraph count more; then those that it mentions earlier.
 * @param report the tab's report
 * @param cards all cards of the pack; unknown ids are left out
 */
export function rankRows(report: TabReport, cards: readonly CardLine[]): readonly Row[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const rows = report.cards
    .toSorted((a, b) => scoreOf(b) - scoreOf(a) || b.count - a.count || a.position - b.position)
    .flatMap(({ card: id, count }) => {
      const card = byId.get(id);
      return card ? [{ card, count }] : [];
    });
  return [...rows.filter((row) => !isCompany(row)), ...rows.filter(isCompany)];
}

const scoreOf = ({ count, leading }: PageCard) => count + (LEADING - 1) * leading;

/** A page's rows, with its companies apart; all are in `before` where the companies are not to be folded. */
export interface FoldedRows {
  readonly before: readonly Row[];
  readonly companies: readonly Row[];
  readonly after: readonly Row[];
}

/**
 * Sets the companies apart, where there are several and cards enough beside them.
 * @param rows the page's rows, as ranked
 */
export function foldCompanies(rows: readonly Row[]): FoldedRows {
  const companies = rows.filter(isCompany);
  const others = rows.filter((row) => !isCompany(row));
  if (companies.length < 2 || others.length < MIN_OTHERS) return { before: rows, companies: [], after: [] };
  return {
    before: others.slice(0, ROWS_BEFORE_COMPANIES),
    companies,
    after: others.slice(ROWS_BEFORE_COMPANIES),
  };
}

/** Lists all cards of the pack, as of a page that mentions none. */
export function listAll(cards: readonly CardLine[]): FoldedRows {
  return { before: cards.map((card) => ({ card, count: 0 })), companies: [], after: [] };
}

/**
 * Summarises the page, including the number that the badge shows.
 * @param total mentions on the page
 * @param cards cards on the page
 * @returns '23 mentions of 14 cards on this page'
 */
export function summarise(total: number, cards: number): string {
  return t('popup_summary', tn('mentions', total), tn('cards', cards));
}

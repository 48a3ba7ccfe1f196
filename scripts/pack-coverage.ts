import type { AuthoredPack } from '../src/pack/authored-pack';
import { STANCES } from '../src/pack/schema';

/** A paragraph of the source, with how many statements of each stance cite it, in the order of STANCES. */
export interface ParagraphCoverage {
  readonly section: string;
  readonly paragraph: number;
  readonly counts: readonly number[];
}

/** Counts the statements that cite each paragraph of the source, in the source's order. */
export function measureCoverage({ source, cards }: AuthoredPack): ParagraphCoverage[] {
  const statements = cards.flatMap((card) => card.value.statements);
  return source.value.sections.flatMap(({ id, paragraphs }) =>
    paragraphs.map((_abstract, i) => {
      const cited = statements.filter(({ cite }) => cite.section === id && cite.paragraph === i + 1);
      return {
        section: id,
        paragraph: i + 1,
        counts: STANCES.map((stance) => cited.filter((statement) => statement.stance === stance).length),
      };
    }),
  );
}

/** Writes the coverage as a table, with what no statement cites. */
export function describeCoverage(authored: AuthoredPack): string {
  const rows = measureCoverage(authored);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const line = (name: string, cells: readonly (string | number)[]) =>
    name.padEnd(26) + cells.map((cell) => String(cell).padStart(10)).join('');
  const totals = STANCES.map((_, i) => sum(rows.map((row) => row.counts[i] ?? 0)));
  const missing = rows.filter((row) => sum(row.counts) === 0);
  return [
    line('paragraph', [...STANCES, 'all']),
    ...rows.map((row) => line(`${row.section} ${row.paragraph}`, [...row.counts, sum(row.counts)])),
    line('all', [...totals, sum(totals)]),
    '',
    missing.length === 0
      ? `All ${rows.length} paragraphs are abstracted, and cited by the ${sum(totals)} statements of ${authored.cards.length} cards.`
      : `Not cited: ${missing.map(({ section, paragraph }) => `${section} ${paragraph}`).join(', ')}`,
  ].join('\n');
}

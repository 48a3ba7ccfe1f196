/** A table in Markdown, its first column to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}

/** Budgets with what was measured, as a table. */
export const budgetTable = (rows: readonly (readonly string[])[]): string =>
  table(['What', 'Budget', 'Measured', ''], rows);

/** A row of it. */
export const budget = (what: string, limit: string, measured: string, isMet: boolean): readonly string[] => [
  what,
  limit,
  measured,
  isMet ? 'met' : '**missed**',
];

/** A ratio. */
export const times = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 1 : 0)} ×`;
/** Milliseconds. */
export const ms = (value: number): string => `${value.toFixed(1)} ms`;

/** Bytes of a megabyte (SI). */
export const MEGABYTE = 1_000_000;
/** Bytes, in megabytes. */
export const megabytes = (bytes: number, digits = 1): string => `${(bytes / MEGABYTE).toFixed(digits)} MB`;

/**
 * Puts a section into a document, in the place of the one with the same heading, or else at the end.
 * @param section begins with its heading, of the second level
 */
export function replaceSection(document: string, section: string): string {
  const heading = `\n${section.split('\n', 1)[0]}\n`;
  const start = document.indexOf(heading);
  if (start < 0) return `${document.trimEnd()}\n\n${section}\n`;
  const end = document.indexOf('\n## ', start + heading.length);
  return `${document.slice(0, start)}\n${section}\n${end < 0 ? '' : document.slice(end)}`;
}

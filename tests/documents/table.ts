import { readFileSync } from 'node:fs';

/** A file's text. */
export const read = (file: string) => readFileSync(file, 'utf8');

/** What stands between backticks. */
export const codeIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** A list as a sentence has it: `a, b or c`. */
export const listed = (values: readonly string[]) => `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;

/**
 * The rows of a document's tables of one kind, without their heads.
 * @param head the first column's heading
 * @throws Error where there is no such table
 */
export function rowsOf(file: string, head: string): string[][] {
  const tables = read(file)
    .split(/\n(?!\|)/)
    .filter((table) => table.includes(`\n| ${head} `));
  if (tables.length === 0) throw new Error(`${file} has no table of ${head}.`);
  return tables.flatMap((table) =>
    table
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2)
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  );
}

/** A table's first column. */
export const firstOf = (file: string, head: string) => rowsOf(file, head).map(([cell = '']) => cell);

/** A weight as `npm run spot` prints it. */
export const signed = (weight: number) => (weight > 0 ? `+${weight}` : String(weight));

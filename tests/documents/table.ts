import { readFileSync } from 'node:fs';

/** A file's text. */
export const read = (file: string) => readFileSync(file, 'utf8');

/** What stands between backticks. */
export const codeIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** A list as a sentence has it: `a, b or c`. */
export const listed = (values: readonly string[]) => `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;

/**
 * The rows of a table in a document, without its heads.
 * @param head the first column's heading
 * @throws Error where there is no such table
 */
export function rowsOf(file: string, head: string): string[][] {
  const lines = read(file).split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${head} `));
  if (start === -1) throw new Error(`${file} has no table of ${head}.`);
  const end = lines.findIndex((line, place) => place > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** A table's first column. */
export const firstOf = (file: string, head: string) => rowsOf(file, head).map(([cell = '']) => cell);

/** A weight as `npm run spot` prints it. */
export const signed = (weight: number) => (weight > 0 ? `+${weight}` : String(weight));

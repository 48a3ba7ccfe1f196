import * as v from 'valibot';

const Row = v.object({
  id: v.union([v.string(), v.number()], 'needs an "id" that is text or a number'),
  text: v.string('needs a "text"'),
  title: v.nullish(v.string('has a "title" that is not text')),
  url: v.nullish(v.string('has a "url" that is not text')),
  lang: v.nullish(v.string('has a "lang" that is not text')),
});

/** A text to spot in, with what is known of its page. */
export interface Row {
  readonly id: string | number;
  readonly text: string;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * Reads one line of JSON Lines input; keys that are not known are ignored.
 * @returns the row, or a sentence that says what is wrong with the line
 */
export function parseRow(line: string): Row | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `is not JSON (${error instanceof Error ? error.message : String(error)})`;
  }
  const result = v.safeParse(Row, value);
  if (!result.success)
    return result.issues
      .map(({ type, message, expected }) =>
        type === 'object' ? (expected === 'Object' ? 'is not a JSON object' : `needs ${expected}`) : message,
      )
      .join('; ');
  const { id, text, title, url } = result.output;
  return { id, text, title: title ?? undefined, url: url ?? undefined };
}

import * as v from 'valibot';
import { isNode, LineCounter, parseDocument } from 'yaml';

/** A problem in an authored file. `line` counts from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  /** Path of the field, such as `statements[1].cite`; empty for the whole file. */
  readonly field: string;
  readonly message: string;
}

/** The content of an authored file, with the line of each field. */
export interface Authored<T> {
  readonly file: string;
  readonly value: T;
  lineOf(path: readonly (string | number)[]): number;
}

/** A parsed file, or the problems in it. */
export type Parsed<T> =
  | { readonly ok: true; readonly authored: Authored<T> }
  | { readonly ok: false; readonly problems: Problem[] };

/** Formats a path with indexes from 1: `statements[1].cite`. */
export function fieldName(path: readonly (string | number)[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
}

/**
 * Parses a YAML 1.2 file and validates it against a schema.
 * @param file file name for messages
 */
export function parseAuthored<T>(file: string, text: string, schema: v.GenericSchema<unknown, T>): Parsed<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0)
    return {
      ok: false,
      problems: document.errors.map((error) => ({
        file,
        line: error.linePos?.[0].line ?? 1,
        field: '',
        message: (error.message.split('\n')[0] ?? error.message).replace(/ at line \d+.*$/, ''),
      })),
    };
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  let content: unknown;
  try {
    content = document.toJS();
  } catch (error) {
    // The parser reports an alias (*name) without an anchor only here, and without its position.
    const message = error instanceof Error ? error.message : String(error);
    const name = /: (\S+)$/.exec(message)?.[1];
    const line = name ? text.slice(0, Math.max(0, text.indexOf(`*${name}`))).split('\n').length : 1;
    return { ok: false, problems: [{ file, line, field: '', message }] };
  }
  const result = v.safeParse(schema, content);
  if (result.success) return { ok: true, authored: { file, value: result.output, lineOf } };
  return {
    ok: false,
    problems: result.issues.map((issue) => {
      const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
      return { file, line: lineOf(path), field: fieldName(path), message: messageOf(issue) };
    }),
  };
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return 'is not a field that may stand here';
  if (issue.received === 'undefined') return 'is missing';
  return issue.message;
}

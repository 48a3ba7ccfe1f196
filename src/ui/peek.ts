import type { Statement } from '../pack/card';

const PEEK_STATEMENTS = 2;

/** About four lines at the card's width, which keeps a peek near 200 px high. */
const PEEK_CHARACTERS = 150;

/**
 * Selects the statements that fit into a peek.
 * @param statements a card's statements
 * @returns the first statement, and the second if both together are short
 */
export function selectPeekStatements(statements: readonly Statement[]): readonly Statement[] {
  const first = statements.slice(0, PEEK_STATEMENTS);
  const characters = first.reduce((sum, { text }) => sum + text.length, 0);
  return characters > PEEK_CHARACTERS ? first.slice(0, 1) : first;
}

import type { Statement } from '../pack/card';
import type { Stance } from '../pack/schema';
import { CitedText } from './Citation';
import { StanceLabel } from './StanceLabel';

export interface StatementsProps {
  statements: readonly Statement[];
  /** BCP 47 tag of the statements' own language. */
  language: string;
}

/**
 * Statements, each with its citation; neighbours of one stance share its label.
 * @param props the statements, in the order to show them, and their language
 * @returns a list of stances, each with its statements
 */
export function Statements({ statements, language }: StatementsProps) {
  return (
    <ul class="statements">
      {groupNeighbours(statements).map(({ stance, members }) => (
        <li key={members[0]?.text} class="axis-row">
          <StanceLabel stance={stance} />
          <div class="says">
            {members.map(({ text, cite }) => (
              <CitedText key={text} id={text} text={text} cite={cite} language={language} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

interface Group {
  readonly stance: Stance;
  readonly members: Statement[];
}

function groupNeighbours(statements: readonly Statement[]): Group[] {
  const groups: Group[] = [];
  for (const statement of statements) {
    const last = groups.at(-1);
    if (last?.stance === statement.stance) last.members.push(statement);
    else groups.push({ stance: statement.stance, members: [statement] });
  }
  return groups;
}

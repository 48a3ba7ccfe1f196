import type { Card, Statement } from '../pack/card';

/**
 * Finds the risks that would undo a card's statements.
 * @param card the card
 * @returns each risk once, as a statement
 */
export function counterpointsOf({ statements }: Pick<Card, 'statements'>): Statement[] {
  const risks = new Map<string, Statement>();
  for (const { counterpoint } of statements)
    if (counterpoint) risks.set(counterpoint.card, { ...counterpoint, stance: 'risk' });
  return [...risks.values()];
}

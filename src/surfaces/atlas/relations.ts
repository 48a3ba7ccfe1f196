import type { Card, Relation } from '../../pack/card';
import type { RelationType } from '../../pack/schema';

/** The other end of a tie, with the reason for the tie. */
export interface RelatedCard {
  readonly card: string;
  readonly name: string;
  readonly because: string;
}

/** Ties of one type. */
export interface RelationGroup {
  readonly type: RelationType;
  readonly cards: readonly RelatedCard[];
}

/** What one card is cards to: "this card, type, that card" (`outgoing`), and the other way (`incoming`). */
export interface CardRelations {
  readonly outgoing: readonly RelationGroup[];
  readonly incoming: readonly RelationGroup[];
}

/**
 * Gathers all ties of a card, its own and those that other cards have to it.
 * @param id the card in the middle
 * @param cards all cards of the pack
 * @returns groups, the largest first
 */
export function relationsAround(id: string, cards: readonly Card[]): CardRelations {
  const outgoing = cards.find((card) => card.id === id)?.relations ?? [];
  const incoming = cards.flatMap((card) =>
    card.relations
      .filter((relation) => relation.card === id)
      .map((relation) => ({ ...relation, card: card.id, name: card.name })),
  );
  return { outgoing: group(outgoing), incoming: group(incoming) };
}

function group(relations: readonly Relation[]): RelationGroup[] {
  const byType = new Map<RelationType, RelatedCard[]>();
  for (const { type, card, name, because } of relations)
    byType.set(type, [...(byType.get(type) ?? []), { card, name, because }]);
  return [...byType]
    .map(([type, cards]) => ({ type, cards }))
    .sort((a, b) => b.cards.length - a.cards.length);
}

/** The card that most ties meet in. */
export function mostRelated(cards: readonly Card[]): string | undefined {
  const counts = new Map(cards.map(({ id, relations }) => [id, relations.length]));
  for (const { relations } of cards)
    for (const { card } of relations) counts.set(card, (counts.get(card) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

import type { Card, Relation } from '../../pack/card';
import type { RelationType } from '../../pack/schema';

/** The card at the other end of a relation, and the reason for the relation. */
export interface RelatedCard {
  readonly card: string;
  readonly name: string;
  readonly because: string;
}

/** Relations of one type. */
export interface RelationGroup {
  readonly type: RelationType;
  readonly cards: readonly RelatedCard[];
}

/** The relations from a card (`outgoing`) and to it (`incoming`). */
export interface CardRelations {
  readonly outgoing: readonly RelationGroup[];
  readonly incoming: readonly RelationGroup[];
}

/**
 * Collects the relations from and to a card.
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

/** Id of the card with the most relations, from and to it; undefined without cards. */
export function mostRelated(cards: readonly Card[]): string | undefined {
  const counts = new Map(cards.map(({ id, relations }) => [id, relations.length]));
  for (const { relations } of cards)
    for (const { card } of relations) counts.set(card, (counts.get(card) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

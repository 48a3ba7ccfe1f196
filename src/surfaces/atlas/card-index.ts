import type { ArgumentPart } from '../../pack/argument';
import type { Card } from '../../pack/card';
import type { Kind } from '../../pack/schema';
import { hasAllWords, queryWords } from '../../ui/search';

/** The cards of one part of the argument; `part` is missing for cards that no part has. */
export interface CardGroup {
  readonly part?: ArgumentPart;
  readonly cards: readonly Card[];
}

/**
 * Sorts cards into the parts of the argument: those that tell of a part first, then those whose first statement is
 * from it.
 * @returns the parts in their order, without empty ones
 */
export function groupByPart(cards: readonly Card[], parts: readonly ArgumentPart[]): CardGroup[] {
  const partOf = (card: Card) =>
    parts.find(({ keyCards }) => keyCards.includes(card.id)) ??
    parts.find(({ sections }) =>
      sections.some(({ section }) => section === card.statements[0]?.cite.section),
    );
  const partByCard = new Map(cards.map((card) => [card, partOf(card)]));
  const of = (part: ArgumentPart | undefined) => cards.filter((card) => partByCard.get(card) === part);
  const groups = parts.map((part) => {
    const own = of(part);
    const tells = (card: Card) => part.keyCards.includes(card.id);
    return { part, cards: [...own.filter(tells), ...own.filter((card) => !tells(card))] };
  });
  return [...groups, { cards: of(undefined) }].filter((group) => group.cards.length > 0);
}

/** Which cards are wanted. */
export interface CardFilter {
  readonly query: string;
  /** All kinds where undefined. */
  readonly kind: Kind | undefined;
}

/** Keeps the cards of a kind whose name or definition has every word of the query. */
export function filterGroups(groups: readonly CardGroup[], { query, kind }: CardFilter): CardGroup[] {
  const words = queryWords(query);
  const matches = (card: Card) =>
    (kind === undefined || card.kind === kind) && hasAllWords(`${card.name} ${card.definition}`, words);
  return groups
    .map((group) => ({ ...group, cards: group.cards.filter(matches) }))
    .filter((group) => group.cards.length > 0);
}

/** The kinds that cards have, with how many of each, the commonest first. */
export function countKinds(cards: readonly Card[]): { readonly kind: Kind; readonly count: number }[] {
  const counts = new Map<Kind, number>();
  for (const { kind } of cards) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}

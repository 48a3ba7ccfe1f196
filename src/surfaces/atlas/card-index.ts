import type { ArgumentPart } from '../../pack/argument';
import type { Card } from '../../pack/card';
import type { Kind } from '../../pack/schema';
import { hasAllWords, wordsOf } from '../../ui/search';

/** The cards of one part of the argument; without `part`, those of no part. */
export interface CardGroup {
  readonly part?: ArgumentPart;
  readonly cards: readonly Card[];
}

/**
 * Groups cards by part of the argument: first its key cards, then those whose first statement is from it.
 * @returns groups in the order of the parts; empty ones are left out
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
    const isKeyCard = (card: Card) => part.keyCards.includes(card.id);
    return { part, cards: [...own.filter(isKeyCard), ...own.filter((card) => !isKeyCard(card))] };
  });
  return [...groups, { cards: of(undefined) }].filter((group) => group.cards.length > 0);
}

/** A filter for cards. */
export interface CardFilter {
  readonly query: string;
  /** All kinds where undefined. */
  readonly kind: Kind | undefined;
}

/** Keeps cards of the kind with every word of the query in name, short meaning and definition together. */
export function filterGroups(groups: readonly CardGroup[], { query, kind }: CardFilter): CardGroup[] {
  const words = wordsOf(query);
  const matches = ({ kind: own, name, short, definition }: Card) =>
    (kind === undefined || own === kind) && hasAllWords(`${name} ${short} ${definition}`, words);
  return groups
    .map((group) => ({ ...group, cards: group.cards.filter(matches) }))
    .filter((group) => group.cards.length > 0);
}

/** Counts cards by kind, the most frequent first. */
export function countKinds(cards: readonly Card[]): { readonly kind: Kind; readonly count: number }[] {
  const counts = new Map<Kind, number>();
  for (const { kind } of cards) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}

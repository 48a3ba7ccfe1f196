import type { Card } from '../../pack/card';
import type { View } from '../../protocol/reading-port';
import type { TabReport } from '../../protocol/reports';

/** A card in a list; `count` is its number of mentions on the whole page. */
export interface Row {
  readonly card: Card;
  readonly count: number;
}

/** A page's cards, grouped for the panel. */
export interface PanelRows {
  /** The card that is shown as a peek. */
  readonly lead: Row | undefined;
  /** The others in the viewport. */
  readonly onScreen: readonly Row[];
  /** Companies and household names in the viewport, which pages mention everywhere. */
  readonly alsoOnScreen: readonly Row[];
  /** The rest of the page, heaviest first. */
  readonly elsewhere: readonly Row[];
}

/** Tier of a household name. */
const HOUSEHOLD = 2;

/** The share of its mentions in the viewport from which on a card is mainly there. */
const MAINLY_HERE = 0.5;

/**
 * Groups a page's cards. Those in the viewport are in reading order, the ones mainly mentioned there first.
 * @param view the page's viewport; null where it is unknown
 * @param report the whole page's cards, heaviest first
 * @param cards the pack's cards; unknown ids are left out
 * @param formerLead id of the previous lead, which stays while it is in the viewport
 */
export function groupRows(
  view: View | null,
  report: TabReport,
  cards: readonly Card[],
  formerLead: string | undefined,
): PanelRows {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const counts = new Map(report.cards.map(({ card, count }) => [card, count]));
  const shown = (view?.cards ?? []).flatMap(({ card: id, count, tier }) => {
    const card = byId.get(id);
    if (!card) return [];
    // The page may have grown since it last reported.
    const onPage = Math.max(count, counts.get(id) ?? 0);
    const isEverywhere = tier === HOUSEHOLD || card.kind === 'company';
    return [{ card, count: onPage, isMainlyHere: count / onPage >= MAINLY_HERE, isEverywhere }];
  });
  shown.sort((a, b) => Number(b.isMainlyHere) - Number(a.isMainlyHere));
  const specific = shown.filter(({ isEverywhere }) => !isEverywhere);
  const lead = shown.find(({ card }) => card.id === formerLead) ?? specific[0] ?? shown[0];
  const others = shown.filter((row) => row !== lead);
  const onScreen = new Set(shown.map(({ card }) => card.id));
  return {
    lead: lead && rowOf(lead),
    onScreen: others.filter(({ isEverywhere }) => !isEverywhere).map(rowOf),
    alsoOnScreen: others.filter(({ isEverywhere }) => isEverywhere).map(rowOf),
    elsewhere: report.cards.flatMap(({ card: id, count }) => {
      const card = byId.get(id);
      return card && !onScreen.has(id) ? [{ card, count }] : [];
    }),
  };
}

const rowOf = ({ card, count }: Row): Row => ({ card, count });

/**
 * The cards that a card has relations to, each once.
 * @param card the open card
 * @param trail ids of the cards visited, which are left out
 * @param report the page's cards, for their counts
 */
export function relatedRows(
  card: Card,
  trail: readonly string[],
  report: TabReport | null,
  cards: readonly Card[],
): readonly Row[] {
  const ids = new Set(card.relations.map((relation) => relation.card));
  return cards
    .filter(({ id }) => ids.has(id) && !trail.includes(id))
    .map((each) => ({
      card: each,
      count: report?.cards.find((entry) => entry.card === each.id)?.count ?? 0,
    }));
}

import type { Card } from '../../pack/card';
import type { View } from '../../protocol/reading-port';
import type { TabReport } from '../../protocol/reports';

/** A card in a list; `count` is how often the whole page mentions it, 0 where it does not. */
export interface Row {
  readonly card: Card;
  readonly count: number;
}

/** A page's cards, as the panel lists them. */
export interface PanelRows {
  /** The card to show in full. */
  readonly lead: Row | undefined;
  /** The others on the screen. */
  readonly onScreen: readonly Row[];
  /** Companies and household names on the screen: they are met everywhere. */
  readonly alsoOnScreen: readonly Row[];
  /** The rest of the page, heaviest first. */
  readonly elsewhere: readonly Row[];
}

/** Tier of a household name. */
const HOUSEHOLD = 2;

/** From this share of its mentions on, a card belongs to what is on the screen rather than to the whole page. */
const MAINLY_HERE = 0.5;

/**
 * Sorts a page's cards: in reading order, those first that the page mentions mainly here.
 * @param view what is on the screen; null where that is unknown
 * @param report the whole page's cards, heaviest first
 * @param cards the pack's cards; what it does not have is left out
 * @param formerLead the lead before, which stays as long as it is on the screen
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
 * The cards that a card leads on to, each once.
 * @param card the open card
 * @param trail ids of the cards that were visited: they lead back, not on
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

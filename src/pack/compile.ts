import type { CueData, GazetteerData, Tier } from '../core/gazetteer';
import type { MarkGroup } from '../core/settings';
import type { AuthoredPack } from './authored-pack';
import { indexAliases, indexCues } from './index-forms';
import { type CardSource, TIERS } from './schema';

/** Compiles the surface forms of a checked pack to a gazetteer. */
export function compileGazetteer({ cards }: AuthoredPack): GazetteerData {
  const aliases = cards.flatMap(({ value }, card) =>
    value.aliases.map(({ form, tier }) => ({ form, card, tier: TIERS.indexOf(tier) as Tier })),
  );
  return { cards: cards.map(({ value }) => value.id), aliases: indexAliases(aliases) };
}

const GROUPS: Readonly<Record<CardSource['kind'], MarkGroup>> = {
  company: 'companies',
  regulator: 'companies',
  chip: 'chips',
  model: 'models',
  software: 'software',
  platform: 'software',
  concept: 'concepts',
  figure: 'concepts',
  directive: 'concepts',
  framework: 'concepts',
};

/** The group of marks that each card of a checked pack belongs to, in the pack's order. */
export const groupsOf = ({ cards }: AuthoredPack): MarkGroup[] =>
  cards.map(({ value }) => GROUPS[value.kind]);

/** Compiles the cues and relations of a checked pack for disambiguation. */
export function compileCues({ pack, cards }: AuthoredPack): CueData {
  const indexById = new Map(cards.map((card, index) => [card.value.id, index]));
  const cues = new Map<string, Set<number>>();
  const addCue = (form: string, ref: number) => cues.set(form, (cues.get(form) ?? new Set()).add(ref));
  for (const form of pack.value.subject) addCue(form, 0);
  cards.forEach((card, index) => {
    for (const form of card.value.evidence.for) addCue(form, index + 1);
    for (const form of card.value.evidence.against) addCue(form, -(index + 1));
  });
  const related = cards.map(() => new Set<number>());
  cards.forEach((card, index) => {
    for (const relation of card.value.relations) {
      const target = indexById.get(relation.card);
      if (target === undefined) continue;
      related[index]?.add(target);
      related[target]?.add(index);
    }
  });
  return {
    cues: indexCues(cues),
    related: related.map((set) => [...set].sort((a, b) => a - b)),
  };
}

import type { CueData, GazetteerData, Tier } from '../core/gazetteer';
import type { AuthoredPack } from './authored-pack';
import { TIERS } from './schema';

/** Compiles a checked pack to the forms that every page needs. */
export function compileGazetteer({ cards }: AuthoredPack): GazetteerData {
  return {
    cards: cards.map((card) => card.value.id),
    aliases: cards.flatMap((card, index) =>
      TIERS.map((links, tier) => {
        const forms = card.value.aliases.filter((alias) => alias.links === links).map(({ form }) => form);
        return [index, tier as Tier, ...forms] as const;
      }).filter(([, , ...forms]) => forms.length > 0),
    ),
  };
}

/** Compiles a checked pack to the cues that tell senses apart. */
export function compileCues({ pack, cards }: AuthoredPack): CueData {
  const place = new Map(cards.map((card, index) => [card.value.id, index]));
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
      const target = place.get(relation.card);
      if (target === undefined) continue;
      related[index]?.add(target);
      related[target]?.add(index);
    }
  });
  return {
    cues: [...cues].map(([form, refs]) => [form, ...refs] as const),
    related: related.map((set) => [...set].sort((a, b) => a - b)),
  };
}

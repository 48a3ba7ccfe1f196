import { FormFilter } from '../../src/core/form-filter';
import { type CueIndex, type Gazetteer, loadCues, loadGazetteer, type Tier } from '../../src/core/gazetteer';
import { findCandidates } from '../../src/core/match';
import { normalize } from '../../src/core/normalize';
import type { PageContext } from '../../src/core/read-block';
import type { Mention } from '../../src/core/sense-choice';
import { spot, spotBlocks } from '../../src/core/spot';
import { compileFilter } from '../../src/pack/compile-filter';
import { indexAliases, indexCues } from '../../src/pack/index-forms';

/** A card as far as the engine knows it: its forms by tier, its cues, and the cards it has relations with. */
export interface TinyCard {
  readonly alone?: readonly string[];
  readonly withEvidence?: readonly string[];
  readonly withStrongEvidence?: readonly string[];
  readonly for?: readonly string[];
  readonly against?: readonly string[];
  readonly related?: readonly string[];
}

export interface TinyEngine {
  readonly gazetteer: Gazetteer;
  readonly cues: CueIndex;
  /** What tells which texts may hold a form. */
  readonly filter: FormFilter;
  spot(text: string, page?: PageContext): Mention[];
  /** What is spotted, as `surface → card`. */
  links(text: string, page?: PageContext): string[];
  /** What could be a mention, whatever the evidence: the surface forms. */
  candidates(text: string): string[];
  /** For each block its mentions; a block that starts with `#` is a heading. */
  decide(blocks: readonly string[], page?: PageContext): (readonly Mention[])[];
}

/** An engine with a handful of cards. `subject` holds the cues that speak for all of them. */
export function buildEngine(
  cards: Readonly<Record<string, TinyCard>>,
  subject: readonly string[] = [],
): TinyEngine {
  const ids = Object.keys(cards);
  const aliases = indexAliases(
    Object.values(cards).flatMap((card, place) =>
      [card.alone, card.withEvidence, card.withStrongEvidence].flatMap((forms = [], tier) =>
        forms.map((form) => ({ form, card: place, tier: tier as Tier })),
      ),
    ),
  );
  const gazetteer = loadGazetteer({ cards: ids, aliases });
  const refs = new Map<string, number[]>(subject.map((form) => [form, [0]]));
  const addCue = (form: string, ref: number) => refs.set(form, [...(refs.get(form) ?? []), ref]);
  Object.values(cards).forEach((card, place) => {
    for (const form of card.for ?? []) addCue(form, place + 1);
    for (const form of card.against ?? []) addCue(form, -(place + 1));
  });
  const cues = loadCues({
    cues: indexCues(refs),
    related: Object.values(cards).map((card) => (card.related ?? []).map((id) => ids.indexOf(id))),
  });
  const spotIn = (text: string, page: PageContext = {}) => spot(text, page, gazetteer, cues);
  return {
    gazetteer,
    cues,
    filter: new FormFilter(compileFilter(aliases)),
    spot: spotIn,
    links: (text, page) =>
      spotIn(text, page).map(({ start, end, card }) => `${text.slice(start, end)} → ${card}`),
    candidates(text) {
      const regular = normalize(text).text;
      return findCandidates(regular, gazetteer).map(({ start, end }) => regular.slice(start, end));
    },
    decide: (blocks, page = {}) =>
      spotBlocks(
        blocks.map((text) => ({ text, isHeading: text.startsWith('#') })),
        page,
        gazetteer,
        cues,
      ),
  };
}

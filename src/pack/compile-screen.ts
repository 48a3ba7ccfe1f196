import type { ScreenData } from '../core/screen';
import { keyOf, tokenKeys } from '../core/tokenize';
import type { AuthoredPack } from './authored-pack';
import { compileFilter } from './compile-filter';
import { indexAliases, indexCues } from './index-forms';

const stemOf = (form: string) => keyOf(form).replace(/s$/, '');

/** Compiles the tables with which a frame decides, without the pack, whether weak forms can be terms on a page. */
export function compileScreen({ pack, cards }: AuthoredPack): ScreenData {
  const aliases = cards.flatMap(({ value: { aliases, evidence } }, card) => {
    const own = new Set(evidence.for.map(stemOf));
    return aliases.map(({ form, tier }) => ({
      alias: { form, card, tier: 0 as const },
      isStrong: tier === 'alone' || own.has(stemOf(form)),
    }));
  });
  const strong = aliases.filter(({ isStrong }) => isStrong).map(({ alias }) => alias);
  const weak = aliases.filter(({ isStrong }) => !isStrong).map(({ alias }) => alias.form);
  const weakWords = new Set(weak.map(firstWordOf));
  const weakForms = new Set(weak.map(stemOf));
  const cues = [...pack.value.subject, ...cards.flatMap(({ value }) => value.evidence.for)];
  const isLong = (cue: string) => {
    const words = [...tokenKeys(cue)];
    return (
      words.length > 1 && !weakForms.has(stemOf(cue)) && words.some((word) => weakWords.has(stemOf(word)))
    );
  };
  return {
    strong: compileFilter(indexAliases(strong)),
    cues: filterOf(cues),
    longCues: filterOf(cues.filter(isLong)),
  };
}

const firstWordOf = (form: string) => stemOf([...tokenKeys(form)][0] ?? '');

const filterOf = (cues: readonly string[]) =>
  compileFilter(indexCues(new Map(cues.map((cue) => [cue, new Set([0])]))));

import { FormIndex } from './form-index';

/** How much evidence a form needs: 0 links alone, 1 with evidence, 2 with strong evidence. */
export type Tier = 0 | 1 | 2;

/** What every page needs: the surface forms. Plain JSON; cards are named by their place in `cards`. */
export interface GazetteerData {
  /** Card ids. */
  readonly cards: readonly string[];
  /** Card, tier, and the card's surface forms of that tier. */
  readonly aliases: readonly (readonly [card: number, tier: Tier, ...forms: string[]])[];
}

/** What only a page with a candidate needs: the cues that tell senses apart. */
export interface CueData {
  /** Cue, then what it speaks for: `card + 1`, `-(card + 1)` where it speaks against, 0 for the subject itself. */
  readonly cues: readonly (readonly [form: string, ...refs: number[]])[];
  /** For each card, the cards that it has a relation with. */
  readonly related: readonly (readonly number[])[];
}

/** What a form on the page may stand for. */
export interface Alias {
  readonly compact: string;
  readonly card: number;
  readonly tier: Tier;
}

/** A word or phrase that speaks for or against senses. */
export interface Cue {
  readonly form: string;
  /** Whether it is another word in other capitals. */
  readonly keepsCase: boolean;
  readonly compact: string;
  readonly refs: readonly number[];
}

/** The aliases ready for look-ups. */
export interface Gazetteer {
  readonly cards: readonly string[];
  readonly aliases: FormIndex<Alias>;
}

/** The cues ready for look-ups. */
export interface CueIndex {
  readonly forms: FormIndex<Cue>;
  readonly related: readonly ReadonlySet<number>[];
}

/** The word characters of a form in their own case: what a surface form is compared by. */
export function compactOf(form: string): string {
  return form.replace(/((?<=\d)[.,](?=\d))|[^\p{L}\p{N}\p{M}]/gu, (_, point: string | undefined) =>
    point === undefined ? '' : '.',
  );
}

/** Plurals that readers meet and authors need not write: of common nouns, acronyms and model numbers. */
export function withPlural(form: string): string[] {
  const lastWord = form.split(/[\s-]/u).at(-1) ?? '';
  const isRegular = /^[a-z]{2,}[a-rt-z]$/.test(lastWord) || /^[A-Z][A-Z0-9]+$/.test(lastWord);
  return isRegular ? [form, `${form}s`] : [form];
}

/** Makes compiled aliases ready for look-ups. */
export function loadGazetteer({ cards, aliases }: GazetteerData): Gazetteer {
  const entries = aliases.flatMap(([card, tier, ...forms]) =>
    forms.flatMap(withPlural).map((form) => ({ form, value: { compact: compactOf(form), card, tier } })),
  );
  return { cards, aliases: new FormIndex(entries) };
}

/** Makes compiled cues ready for look-ups. */
export function loadCues({ cues, related }: CueData): CueIndex {
  const entries = cues.flatMap(([written, ...refs]) => {
    // Short acronyms are other words in lower case (IT, SEC, and AI in French), and so are many names (Cursor, Haiku).
    const keepsCase = /^(?:[\p{Lu}\p{N}]{1,4}|\p{Lu}\p{Ll}+)$/u.test(written);
    return withPlural(written).map((form) => ({
      form,
      value: { form: written, compact: compactOf(form), keepsCase, refs },
    }));
  });
  return { forms: new FormIndex(entries), related: related.map((cards) => new Set(cards)) };
}

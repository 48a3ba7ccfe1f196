import { CAN_JOIN, type FormIndexData, HAS_LONGER, type IndexRow, mayJoin } from '../core/form-index';
import { type Alias, type Cue, compactOf, type Tier } from '../core/gazetteer';
import { keyOf, tokenKeys } from '../core/tokenize';

interface Entry {
  readonly key: string;
  readonly gaps: number[][];
  readonly values: unknown[];
  leads: boolean;
}

/**
 * Compiles forms to an index for look-ups.
 * @param forms forms with their values, which are plain JSON; several may share a key
 */
function indexForms(forms: readonly { readonly form: string; readonly value: unknown }[]): FormIndexData {
  const byKey = new Map<string, Entry>();
  const entryOf = (key: string) => {
    let entry = byKey.get(key);
    if (!entry) {
      entry = { key, gaps: [], values: [], leads: false };
      byKey.set(key, entry);
    }
    return entry;
  };
  for (const { form, value } of forms) {
    const gaps: number[] = [];
    let lead = '';
    for (const token of tokenKeys(form)) {
      if (lead !== '') {
        gaps.push(lead.length);
        entryOf(lead).leads = true;
      }
      lead += token;
    }
    const entry = entryOf(keyOf(form));
    entry.values.push(value);
    entry.gaps.push(gaps);
  }
  const isForm = (key: string) => (byKey.get(key)?.values.length ?? 0) > 0;
  const lines = [...byKey.values()].map(({ key, gaps, values, leads }) => {
    const [first] = gaps[0] ?? [];
    const canJoin = first !== undefined && mayJoin(key, first, isForm);
    const row: IndexRow<unknown> = [(leads ? HAS_LONGER : 0) | (canJoin ? CAN_JOIN : 0), gaps, ...values];
    return `${key}\t${JSON.stringify(row)}\n`;
  });
  return `${lines.length}\n${lines.join('')}`;
}

/** An authored alias of a card. */
export interface AliasForm {
  readonly form: string;
  /** The card's index in the pack. */
  readonly card: number;
  readonly tier: Tier;
}

/** Compiles surface forms, with their plurals, to an index of `Alias`. */
export function indexAliases(aliases: readonly AliasForm[]): FormIndexData {
  return indexForms(
    aliases.flatMap(({ form: written, card, tier }) =>
      withPlural(written).map((form) => {
        const value: Alias = [card, tier, compactOf(form)];
        return { form, value };
      }),
    ),
  );
}

/** Short acronyms and capitalised names, which in lower case may be other words (IT, SEC; Cursor, Haiku). */
const KEEPS_CASE = /^(?:[\p{Lu}\p{N}]{1,4}|\p{Lu}\p{Ll}+)$/u;

/** Compiles cues, with their plurals, to an index of `Cue`. */
export function indexCues(cues: Iterable<readonly [form: string, refs: Iterable<number>]>): FormIndexData {
  return indexForms(
    [...cues].flatMap(([written, refs]) =>
      withPlural(written).map((form) => {
        const value: Cue = KEEPS_CASE.test(written)
          ? [written, [...refs], compactOf(form)]
          : [written, [...refs]];
        return { form, value };
      }),
    ),
  );
}

/** The forms of an index, each as an array of token keys. */
export function tokensIn(index: FormIndexData): string[][] {
  const [, ...lines] = index.trimEnd().split('\n');
  return lines.flatMap((line) => {
    const [key = '', json = ''] = line.split('\t');
    const [, gaps] = JSON.parse(json) as IndexRow<unknown>;
    return gaps.map((lengths) => [0, ...lengths].map((from, word) => key.slice(from, lengths[word])));
  });
}

/** A form and its regular plural, where it has one: of common nouns and acronyms. */
export function withPlural(form: string): string[] {
  const lastWord = form.split(/[\s-]/u).at(-1) ?? '';
  const isRegular = /^[a-z]{2,}[a-rt-z]$/.test(lastWord) || /^[A-Z][A-Z0-9]+$/.test(lastWord);
  return isRegular ? [form, `${form}s`] : [form];
}

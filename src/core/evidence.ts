import { type CueIndex, compactOf } from './gazetteer';
import { type Candidate, caseFits, scanForms } from './match';
import { foldCode, SEPARATOR, tokenEnd } from './tokenize';

/** What a piece of evidence is. */
export type EvidenceKind = 'form' | 'cue' | 'subject' | 'card' | 'title' | 'name' | 'against';

/** One reason for (positive weight) or against (negative) a sense. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** The word, phrase or card name that speaks. */
  readonly text: string;
  readonly weight: number;
}

/**
 * The model: weights add up, and a sense is linked where the sum reaches 0. Not linking is the sense that holds
 * otherwise. The lists give what the first, second, … distinct piece of a kind adds; further ones add nothing.
 */
export const WEIGHTS = {
  /** What a form brings by its tier: alone, with evidence, with strong evidence. */
  form: [2, -2.5, -4.5],
  /** A cue of the card within NEAR_CHARACTERS. */
  near: [3, 2, 1],
  /** A cue of the card elsewhere in the block. */
  inBlock: [1.5, 0.5],
  /** A word of the subject within NEAR_CHARACTERS. */
  subject: [1.5, 1, 0.5],
  /** The same card is sure by its own evidence elsewhere in the block, or on the page: one sense per discourse. */
  sameCardInBlock: [2.5],
  sameCardOnPage: [2],
  /** Another card that is sure in the block; one related to this card. */
  cardInBlock: [2, 1],
  relatedInBlock: [2.5, 1],
  /** Another card that is sure elsewhere on the page. */
  cardOnPage: [1, 0.5],
  /** A cue of the card, or a word of the subject, in title, headings or host name. */
  title: [2, 1],
  titleSubject: [1],
  /** A cue against the card: near, elsewhere in the block, in the title. */
  againstNear: [-4, -3],
  againstInBlock: [-2, -1],
  againstTitle: [-3, -1],
  /** The form stands inside a longer name that no card knows (Claude Debussy, Hotel Azure). */
  name: [-1.5],
} as const;

/** Half the width of the context window, in characters. About 25 words each side. */
export const NEAR_CHARACTERS = 160;
/** What counts as the same block in a very long one, in characters each side. */
const BLOCK_CHARACTERS = 2_000;

/** A cue found in a text, with what it speaks for (see CueData.cues). */
export interface CueHit {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly refs: readonly number[];
}

/** Finds the cues of a normalized text. */
export function findCues(text: string, index: CueIndex): CueHit[] {
  const hits: CueHit[] = [];
  scanForms(text, index.forms, ({ start, end, entry }) => {
    for (const cue of index.forms.values(entry)) {
      if (cue.keepsCase && !caseFits(compactOf(text.slice(start, end)), cue.compact)) continue;
      hits.push({ start, end, form: cue.form, refs: cue.refs });
    }
  });
  return withoutNested(hits);
}

/** 'AI' inside 'AI model' is one piece of evidence, not two. Hits come in order of start, and of length. */
function withoutNested(hits: readonly CueHit[]): CueHit[] {
  const kept: CueHit[] = [];
  let reach = 0;
  for (const hit of hits) {
    const last = kept.at(-1);
    const isSameSpan = last?.start === hit.start && last.end === hit.end;
    if (hit.end <= reach && !isSameSpan) continue;
    while (kept.at(-1)?.start === hit.start && (kept.at(-1)?.end ?? 0) < hit.end) kept.pop();
    kept.push(hit);
    reach = hit.end;
  }
  return kept;
}

/** Adds pieces of evidence up, each distinct text once, by a row of falling weights. */
export class Tally {
  readonly evidence: Evidence[] = [];
  readonly #seen = new Map<readonly number[], Set<string>>();

  add(kind: EvidenceKind, text: string, row: readonly number[]): void {
    const seen = this.#seen.get(row) ?? new Set();
    this.#seen.set(row, seen);
    const key = text.toLowerCase().replace(/s$/, '');
    const weight = row[seen.size];
    if (seen.has(key) || weight === undefined) return;
    seen.add(key);
    this.evidence.push({ kind, text, weight });
  }
}

/**
 * Weighs what a block's own text says about one sense of a candidate.
 * @param blockCues of the block, in order of start
 */
export function weighBlock(
  text: string,
  blockCues: readonly CueHit[],
  candidate: Candidate,
  card: number,
  tally: Tally,
): void {
  const cues = cuesAround(blockCues, candidate);
  for (const cue of cues) {
    if (cue.start < candidate.end && cue.end > candidate.start && covers(candidate, cue)) continue;
    const distance = Math.max(candidate.start - cue.end, cue.start - candidate.end);
    const near = distance <= NEAR_CHARACTERS;
    for (const ref of cue.refs) {
      if (ref === card + 1) tally.add('cue', cue.form, near ? WEIGHTS.near : WEIGHTS.inBlock);
      else if (ref === -(card + 1))
        tally.add('against', cue.form, near ? WEIGHTS.againstNear : WEIGHTS.againstInBlock);
      else if (ref === 0 && near && !cue.refs.includes(card + 1))
        tally.add('subject', cue.form, WEIGHTS.subject);
    }
  }
  const name = longerName(text, candidate, cues);
  if (name) tally.add('name', name, WEIGHTS.name);
}

function cuesAround(cues: readonly CueHit[], { start, end }: Candidate): readonly CueHit[] {
  const from = firstFrom(cues, start - BLOCK_CHARACTERS);
  const to = firstFrom(cues, end + BLOCK_CHARACTERS);
  return to - from === cues.length ? cues : cues.slice(from, to);
}

/** The place of the first cue that starts at or behind an offset. */
function firstFrom(cues: readonly CueHit[], offset: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

// A cue inside the mention's own span says nothing new; one that reaches beyond it does ('bedrock of').
function covers(candidate: Candidate, cue: CueHit): boolean {
  return cue.start >= candidate.start && cue.end <= candidate.end;
}

/** Weighs what the title, the headings and the host name say. */
export function weighTitle(cues: readonly CueHit[], card: number, tally: Tally): void {
  for (const cue of cues)
    for (const ref of cue.refs) {
      if (ref === card + 1) tally.add('title', cue.form, WEIGHTS.title);
      else if (ref === -(card + 1)) tally.add('against', cue.form, WEIGHTS.againstTitle);
      else if (ref === 0) tally.add('title', cue.form, WEIGHTS.titleSubject);
    }
}

const CAPITALISED = /^\p{Lu}\p{Ll}+$/u;

/**
 * The neighbouring capitalised word that makes a candidate look like part of another name, or null.
 * A word that begins a sentence, is a cue itself, or stands in a headline where all words have capitals says nothing.
 */
function longerName(text: string, { start, end }: Candidate, cues: readonly CueHit[]): string | null {
  if (!CAPITALISED.test(text.slice(start, end)) || hasCapitalsOfItsOwn(text)) return null;
  const isCue = (from: number, to: number) =>
    cues.some((cue) => cue.start <= from && cue.end >= to && cue.refs.some((ref) => ref >= 0));
  if (/[ \u00A0]/.test(text.charAt(end))) {
    const from = end + 1;
    if (from < text.length && foldCode(text.charCodeAt(from)) !== SEPARATOR) {
      const to = tokenEnd(text, from);
      const next = text.slice(from, to);
      if (CAPITALISED.test(next) && !isCue(from, to)) return text.slice(start, to);
    }
  }
  const before = /(^|[.!?:"“(\]\s]\s*)(\p{Lu}\p{Ll}+)[ \u00A0-]$/u.exec(
    text.slice(Math.max(0, start - 40), start),
  );
  const word = before?.[2];
  if (before && word) {
    const from = start - 1 - word.length;
    const startsSentence = from === 0 || /[.!?:"“(\n]\s*$/.test(text.slice(0, from));
    if (!startsSentence && !isCue(from, from + word.length)) return text.slice(from, end);
  }
  return null;
}

const GERMAN_WORDS =
  /(?<!\p{L})(der|die|das|und|ist|nicht|mit|für|ein|eine|einen|von|im|den|auf|wird|sich)(?!\p{L})/giu;

/** Whether capitals say nothing about names: headlines in title case, and German, which gives them to all nouns. */
function hasCapitalsOfItsOwn(text: string): boolean {
  const sample = text.slice(0, 300);
  const words = sample.match(/\p{L}{4,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return (
    (words.length > 0 && capitals / words.length > 0.7) || (sample.match(GERMAN_WORDS)?.length ?? 0) >= 2
  );
}

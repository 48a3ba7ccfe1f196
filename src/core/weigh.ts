import { BLOCK_WEIGHTS, type EvidenceKind, type EvidenceTally } from './evidence';
import { type CueIndex, compactOf } from './gazetteer';
import { type Candidate, caseFits, scanForms } from './match';
import { foldCode, keyOf, SEPARATOR, tokenEnd } from './tokenize';

/** Half the width of the context window, in characters. About 25 words each side. */
export const NEAR_CHARACTERS = 160;
/** Cues further away than this are ignored in very long blocks, in characters each side. */
const BLOCK_CHARACTERS = 2_000;

/** A cue found in a text, with its references (see Cue). */
export interface CueHit {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly refs: readonly number[];
  /** References of longer cues over the same words: 'AI' inside 'AI model' is one piece of evidence, not two. */
  readonly within?: readonly number[];
}

/** A key that is the same for equivalent cues: model, models and MODEL. */
export const sameKey = (form: string): string => keyOf(form).replace(/s$/, '');

/** Finds the cues of a normalized text. */
export function findCues(text: string, index: CueIndex): CueHit[] {
  const hits: CueHit[] = [];
  scanForms(text, index.forms, ({ start, end, entry }) => {
    for (const [form, refs, compact] of index.forms.values(entry)) {
      if (compact !== undefined && !caseFits(compactOf(text.slice(start, end)), compact)) continue;
      hits.push({ start, end, form, refs });
    }
  });
  return withCoveringCues(hits);
}

/** Adds to each hit the references of longer hits that cover it. Hits are in order of start, then of length. */
function withCoveringCues(hits: readonly CueHit[]): CueHit[] {
  return hits.map((hit, index) => {
    const within: number[] = [];
    const addRefs = (other: CueHit | undefined) => {
      if (!other || other === hit || other.start > hit.start || other.end < hit.end) return;
      if (other.end - other.start > hit.end - hit.start) within.push(...other.refs);
    };
    for (let i = index - 1; i >= 0 && i > index - MAX_HITS_BACK; i--) addRefs(hits[i]);
    for (let i = index + 1; hits[i]?.start === hit.start; i++) addRefs(hits[i]);
    return within.length > 0 ? { ...hit, within } : hit;
  });
}

/** How many hits back a covering one is looked for. */
const MAX_HITS_BACK = 12;

/**
 * Adds the evidence in a block's own text for or against one sense of a candidate.
 * @param blockCues of the block, in order of start
 * @param isOwnForm whether a cue's span is a form of the card itself: a second GPU says nothing about the first
 */
export function weighBlock(
  text: string,
  blockCues: readonly CueHit[],
  candidate: Candidate,
  card: number,
  isOwnForm: (cue: CueHit, card: number) => boolean,
  tally: EvidenceTally,
): void {
  const cues = cuesAround(blockCues, candidate);
  for (const cue of cues) {
    if (cue.start < candidate.end && cue.end > candidate.start && covers(candidate, cue)) continue;
    const distance = Math.max(candidate.start - cue.end, cue.start - candidate.end);
    const near = distance <= NEAR_CHARACTERS;
    for (const ref of cue.refs) {
      if (isCountedByLonger(cue, ref, card)) continue;
      const add = (kind: EvidenceKind, row: readonly number[]) =>
        tally.add(kind, cue.form, sameKey(cue.form), row);
      if (ref === card + 1) add('cue', near ? BLOCK_WEIGHTS.near : BLOCK_WEIGHTS.inBlock);
      else if (ref === -(card + 1))
        add('against', near ? BLOCK_WEIGHTS.againstNear : BLOCK_WEIGHTS.againstInBlock);
      else if (ref === 0 && near && !cue.refs.includes(card + 1) && !isOwnForm(cue, card))
        add('subject', BLOCK_WEIGHTS.subject);
    }
  }
  const name = longerName(text, candidate, cues);
  if (name) tally.add('name', name, name, BLOCK_WEIGHTS.name);
}

/** Whether a longer cue over the same words counts for the card, or for the subject, already. */
function isCountedByLonger({ within }: CueHit, ref: number, card: number): boolean {
  if (!within) return false;
  return within.includes(card + 1) || within.includes(-(card + 1)) || (ref === 0 && within.includes(0));
}

function cuesAround(cues: readonly CueHit[], { start, end }: Candidate): readonly CueHit[] {
  const from = firstFrom(cues, start - BLOCK_CHARACTERS);
  const to = firstFrom(cues, end + BLOCK_CHARACTERS);
  return to - from === cues.length ? cues : cues.slice(from, to);
}

/** The index of the first cue that starts at or after an offset. */
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

const CAPITALISED = /^\p{Lu}\p{Ll}+$/u;

/**
 * The neighbouring capitalised word that makes a candidate look like part of another name, or null.
 * Words that start a sentence, are cues, or are in a headline with all words capitalised do not count.
 */
function longerName(text: string, { start, end }: Candidate, cues: readonly CueHit[]): string | null {
  if (!CAPITALISED.test(text.slice(start, end)) || capitalisesFreely(text)) return null;
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
    const startsSentence = from === 0 || /[.!?:"“(\n]\s*$/.test(text.slice(Math.max(0, from - 40), from));
    if (!startsSentence && !isCue(from, from + word.length)) return text.slice(from, end);
  }
  return null;
}

const GERMAN_WORDS =
  /(?<!\p{L})(der|die|das|und|ist|nicht|mit|für|ein|eine|einen|von|im|den|auf|wird|sich)(?!\p{L})/giu;

/** Whether capitals say nothing about names: headlines in title case, and German, which gives them to all nouns. */
function capitalisesFreely(text: string): boolean {
  const sample = text.slice(0, 300);
  const words = sample.match(/\p{L}{4,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return (
    (words.length > 0 && capitals / words.length > 0.7) || (sample.match(GERMAN_WORDS)?.length ?? 0) >= 2
  );
}

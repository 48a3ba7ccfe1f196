import { type FormIndex, HASH_SEED, hashStep } from './form-index';
import { compactOf, type Gazetteer, type Tier } from './gazetteer';
import { foldCode, nextInTerm, SEPARATOR, tokenEnd } from './tokenize';

/** A span that matches an index entry; offsets into the normalized text, half-open. */
export interface FormHit {
  readonly start: number;
  readonly end: number;
  readonly entry: number;
}

/** A sense that a span could have. */
export interface Sense {
  readonly card: number;
  readonly tier: Tier;
}

/** A span with the senses that its surface form allows. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly senses: readonly Sense[];
}

const NO_BREAKS: readonly number[] = [];

/**
 * Finds all forms of an index in a text, in one pass.
 * @param visit called with each hit, in order of start, then of length
 */
export function scanForms<T>(text: string, index: FormIndex<T>, visit: (hit: FormHit) => void): void {
  const length = text.length;
  let at = 0;
  while (at < length) {
    if (foldCode(text.charCodeAt(at)) === SEPARATOR) {
      at++;
      continue;
    }
    const start = at;
    at = tokenEnd(text, start);
    let hash = hashRange(text, start, at, HASH_SEED);
    let end = at;
    let entry = index.find(hash, text, start, end);
    let keyLength = end - start;
    let breaks: readonly number[] = NO_BREAKS;
    while (entry !== -1) {
      if (index.values(entry).length > 0 && index.allows(entry, breaks)) visit({ start, end, entry });
      if (!index.hasLonger(entry)) break;
      const next = nextInTerm(text, end);
      if (next === -1) break;
      end = tokenEnd(text, next);
      breaks = [...breaks, keyLength];
      keyLength += end - next;
      hash = hashRange(text, next, end, hash);
      entry = index.find(hash, text, start, end);
    }
  }
}

function hashRange(text: string, start: number, end: number, seed: number): number {
  let hash = seed;
  for (let i = start; i < end; i++) hash = hashStep(hash, foldCode(text.charCodeAt(i)));
  return hash;
}

/**
 * Finds the spans of a text that could be mentions: at each offset the longest form whose case fits.
 * @param text normalized text
 * @returns candidates in order of start; they may overlap
 */
export function findCandidates(text: string, gazetteer: Gazetteer): Candidate[] {
  const candidates: Candidate[] = [];
  scanForms(text, gazetteer.aliases, ({ start, end, entry }) => {
    const senses = fittingSenses(text.slice(start, end), gazetteer, entry);
    if (senses.length === 0 || insideAddress(text, start, end)) return;
    if (candidates.at(-1)?.start === start) candidates.pop();
    candidates.push({ start, end, senses });
  });
  return candidates;
}

function fittingSenses(surface: string, gazetteer: Gazetteer, entry: number): Sense[] {
  const compact = compactOf(surface);
  const best = new Map<number, Tier>();
  for (const [card, tier, written] of gazetteer.aliases.values(entry)) {
    if (!caseFits(compact, written)) continue;
    const known = best.get(card);
    if (known === undefined || tier < known) best.set(card, tier);
  }
  return [...best].map(([card, tier]) => ({ card, tier }));
}

/**
 * Whether a surface form's capitals fit an alias: an alias in lower case is found in any case, one with capitals
 * as it is written, or wholly in capitals as headlines have it (but a short acronym only as it is written).
 * @param surface and `alias` without anything between their words
 */
export function caseFits(surface: string, alias: string): boolean {
  if (surface === alias) return true;
  if (alias === alias.toLowerCase()) return true;
  // A form that starts in lower case may start a sentence: große Sprachmodelle.
  if (surface.slice(1) === alias.slice(1) && surface.charAt(0) === alias.charAt(0).toUpperCase()) return true;
  return surface.length > 3 && surface === alias.toUpperCase() && /\p{Ll}/u.test(alias);
}

const CHUNK_BREAK = /[\s()[\]{}<>"“”„«»|,;，、。]/;
const MAX_CHUNK = 120;
const WORD = /[\p{L}\p{N}]/u;

/** Whether a span is part of a web address, an e-mail address, a path or a dotted identifier. */
function insideAddress(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (before === '@' || before === '\\' || after === '@' || after === '\\') return true;
  // An underscore joins identifiers (aws_region), but also stands for emphasis in plain text (_Trainium_).
  if (before === '_' && WORD.test(text.charAt(start - 2))) return true;
  if (after === '_' && WORD.test(text.charAt(end + 1))) return true;
  // A version may follow the form (Claude 3.5); a letter after a dot is a domain or a member.
  if (after === '.' && /\p{Ll}/u.test(text.charAt(end + 1))) return true;
  if (before === '.' && WORD.test(text.charAt(start - 2))) return true;
  const slashed = before === '/' || after === '/';
  if (slashed && !/\p{Lu}/u.test(text.slice(start, end))) return true;
  let from = start;
  while (from > 0 && start - from < MAX_CHUNK && !CHUNK_BREAK.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < MAX_CHUNK && !CHUNK_BREAK.test(text.charAt(to))) to++;
  return to - from > end - start && /:\/\/|^www\.|^[\w.+-]+@[\w-]+\./i.test(text.slice(from, to));
}

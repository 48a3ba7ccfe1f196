import { LINKED, NAME_BEFORE, NAME_BEHIND, sentenceEnds } from './figure-cues';
import { findFigures, type TextFigure } from './figures';

/** A place in a text that may mean one of these cards; offsets half-open. */
export interface CardPlace {
  readonly start: number;
  readonly end: number;
  /** Ids. */
  readonly cards: readonly string[];
}

/** A figure with what stands around it. */
export interface FigureInContext {
  readonly figure: TextFigure;
  /** The index of its sentence, and the offsets of what is read of it. */
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  /** What stands before and behind the figure in its clause, up to the next figure. */
  readonly before: string;
  readonly behind: string;
}

/** Whether a place is in the figure's clause. */
export const isInClause = ({ figure, before, behind }: FigureInContext, { start, end }: CardPlace) =>
  figure.start - before.length <= start && end <= figure.end + behind.length;

const CLAUSE_END = /[,;:–—()、。]/u;
const CLAUSE_START = /[,;:–—()、。][^,;:–—()、。]*$/u;

/** A sentence is read this far, in characters each side: text without full stops would take too long. */
const SENTENCE_REACH = 300;

/** Finds the figures of a text, each with its sentence and its clause. */
export function readFigures(text: string): FigureInContext[] {
  const figures = findFigures(text);
  if (figures.length === 0) return [];
  // The point of “25 Mrd. Dollar” ends no sentence.
  const ends = sentenceEnds(text).filter(
    (end) => !figures.some((each) => each.start < end && end < each.end),
  );
  return figures.map((figure, index) => {
    const sentence = ends.findIndex((end) => figure.start < end);
    const start = Math.max(ends[sentence - 1] ?? 0, figure.start - SENTENCE_REACH);
    const end = Math.min(ends[sentence] ?? text.length, figure.end + SENTENCE_REACH);
    const before = text.slice(Math.max(start, figures[index - 1]?.end ?? 0), figure.start);
    const behind = text.slice(figure.end, Math.min(end, figures[index + 1]?.start ?? end));
    return {
      figure,
      sentence,
      start,
      end,
      before: before.slice((CLAUSE_START.exec(before)?.index ?? -1) + 1),
      behind: behind.slice(0, CLAUSE_END.exec(behind)?.index),
    };
  });
}

/** Words count from this near, in characters each side. */
const NEAR_CHARACTERS = 120;

/**
 * How many characters stand between a figure and the nearest word that starts with one of the stems.
 * @returns Infinity where there is none near
 */
export function distanceOf(text: string, { start, end }: TextFigure, stems: readonly string[]): number {
  const from = Math.max(0, start - NEAR_CHARACTERS);
  const before = text.slice(from, start).toLowerCase();
  const behind = text.slice(end, end + NEAR_CHARACTERS).toLowerCase();
  let nearest = Number.POSITIVE_INFINITY;
  for (const stem of stems.map((each) => each.toLowerCase())) {
    for (const at of wordStarts(before, stem)) nearest = Math.min(nearest, before.length - at - stem.length);
    for (const at of wordStarts(behind, stem)) nearest = Math.min(nearest, at);
  }
  return nearest;
}

/** Whether what a figure goes to starts with one of the stems: $25bn in new data centres. */
export function isLinkedTo({ behind }: FigureInContext, stems: readonly string[]): boolean {
  const lower = behind.toLowerCase();
  return stems.some((stem) =>
    [...wordStarts(lower, stem.toLowerCase())].some((at) => LINKED.test(behind.slice(0, at))),
  );
}

/** Whether a text has a word that starts with one of the stems. */
export function hasStem(text: string, stems: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return stems.some((stem) => !wordStarts(lower, stem.toLowerCase()).next().done);
}

const LETTER = /[\p{L}\p{N}]/u;
/** From here on, characters need no spaces between words. */
const CJK_START = 0x2e80;

/** Where a text has a word that starts with a stem; scripts without spaces have no word starts. */
function* wordStarts(text: string, stem: string): Generator<number> {
  for (let at = text.indexOf(stem); at !== -1; at = text.indexOf(stem, at + 1))
    if (stem.charCodeAt(0) >= CJK_START || !LETTER.test(text.charAt(at - 1))) yield at;
}

/**
 * Whether a figure comes from or goes to somebody else: the last company before it in its sentence is another one, or
 * a name where a giver or a receiver stands belongs to no card.
 * @param others ids of the companies that are not its parties
 */
export function isOfOthers(
  text: string,
  { figure, start, end, before, behind }: FigureInContext,
  places: readonly CardPlace[],
  parties: readonly string[],
  others: readonly string[],
): boolean {
  const isOther = (place: CardPlace | undefined) => place !== undefined && meansOneOf(place, others);
  const inSentence = places.filter(
    (place) =>
      start <= place.start && place.end <= end && (meansOneOf(place, parties) || meansOneOf(place, others)),
  );
  if (isOther(inSentence.findLast((place) => place.end <= figure.start))) return true;
  const next = inSentence.find((place) => place.start >= figure.end);
  if (next && isOther(next) && LINKED.test(text.slice(figure.end, next.start))) return true;
  const isNamed = (at: number) => places.some((place) => place.start <= at && at < place.end);
  const owner = NAME_BEFORE.exec(before);
  const partner = NAME_BEHIND.exec(behind);
  return (
    (owner !== null && !isNamed(figure.start - before.length + owner.index)) ||
    (partner !== null && !isNamed(figure.end + partner[0].length - 1))
  );
}

/** Whether a place may mean one of some cards. */
export const meansOneOf = ({ cards }: CardPlace, ids: readonly string[]) =>
  cards.some((card) => ids.includes(card));

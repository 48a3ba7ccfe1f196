import { findFigures, type TextFigure } from './figures';

/** A figure of the source, as far as telling which figures of a page are about the same. */
export interface SourceFigure extends Omit<TextFigure, 'start' | 'end' | 'bound'> {
  readonly id: string;
  /** Beginnings of words of which one must stand near. */
  readonly near: readonly string[];
  /** Beginnings of words beside a figure that counts something else. */
  readonly apart: readonly string[];
}

/** A figure of a page that may be about the same as figures of the source. Plain JSON. */
export interface PageFigure extends TextFigure {
  /** Ids of the source's figures. */
  readonly about: readonly string[];
}

/** Words count from this near, in characters each side. */
const NEAR_CHARACTERS = 120;

/**
 * Finds the figures of a block that may be about the same as a figure of the source: the same kind of quantity, in
 * words that fit. Whether the page mentions the parties is for the page to say.
 * @param text normalized
 */
export function findPageFigures(text: string, source: readonly SourceFigure[]): PageFigure[] {
  return findFigures(text).flatMap((figure) => {
    const about = source.filter((each) => isAbout(text, figure, each)).map(({ id }) => id);
    return about.length > 0 ? [{ ...figure, about }] : [];
  });
}

/** The nearest word tells what a figure counts: invested $8bn, revenue of $33bn. */
function isAbout(text: string, figure: TextFigure, { quantity, near, apart }: SourceFigure): boolean {
  if (figure.quantity !== quantity) return false;
  return distanceOf(text, figure, near) < distanceOf(text, figure, apart);
}

/**
 * How many characters stand between a figure and the nearest word that starts with one of the stems.
 * @returns Infinity where there is none near
 */
function distanceOf(text: string, { start, end }: TextFigure, stems: readonly string[]): number {
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

const LETTER = /[\p{L}\p{N}]/u;
/** From here on, characters need no spaces between words. */
const CJK_START = 0x2e80;

/** Where a text has a word that starts with a stem; scripts without spaces have no word starts. */
function* wordStarts(text: string, stem: string): Generator<number> {
  for (let at = text.indexOf(stem); at !== -1; at = text.indexOf(stem, at + 1))
    if (stem.charCodeAt(0) >= CJK_START || !LETTER.test(text.charAt(at - 1))) yield at;
}

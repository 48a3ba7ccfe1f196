import { type FormFilter, hasIrregular } from './form-filter';
import { SEAM_CHARACTER } from './tokenize';

/** How much of a text around a piece may belong to a form that the piece begins or ends, in characters. */
const AROUND = 128;

/**
 * Says in which pieces of a text forms may stand.
 * @param text pieces, each closed by SEAM; of two neighbours it is not known whether a word goes on from one to the other
 * @returns pieces' numbers, from 0 on, in rising order: of each form one at least of the pieces that it stands in
 */
export function sift(text: string, filter: FormFilter): number[] {
  const named: number[] = [];
  let piece = 0;
  let start = 0;
  for (let at = filter.find(text, 0, false); at !== -1; at = filter.find(text, start, false)) {
    let end = text.indexOf(SEAM_CHARACTER, start);
    for (; end < at; end = text.indexOf(SEAM_CHARACTER, start)) {
      start = end + 1;
      piece++;
    }
    if (isSure(text, start, end, filter)) named.push(piece);
    start = end + 1;
    piece++;
  }
  return named;
}

/** Whether a piece may hold a form, or begin one, when it is normalized. */
function isSure(text: string, start: number, end: number, filter: FormFilter): boolean {
  if (!hasIrregular(text, start, end)) return true;
  const around = text.slice(Math.max(0, start - AROUND), end + AROUND);
  // A mark may belong to the letter before the seam.
  return [around, around.replaceAll(SEAM_CHARACTER, '')].some((part) => filter.mayHold(part));
}

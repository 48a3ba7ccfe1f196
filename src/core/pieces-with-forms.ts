import { type FormFilter, hasIrregular } from './form-filter';
import { SEAM_CHARACTER } from './tokenize';

/** Characters around a piece that may belong to a form which starts or ends in it. */
const CONTEXT_CHARACTERS = 128;

/**
 * Finds the pieces of a text that may hold forms.
 * @param text pieces, each followed by SEAM: whether a word continues in the next piece is unknown
 * @returns indices of pieces, ascending: for each form at least one of the pieces that it is in
 */
export function piecesWithForms(text: string, filter: FormFilter): number[] {
  const found: number[] = [];
  let piece = 0;
  let start = 0;
  for (let at = filter.find(text, 0, false); at !== -1; at = filter.find(text, start, false)) {
    let end = text.indexOf(SEAM_CHARACTER, start);
    for (; end < at; end = text.indexOf(SEAM_CHARACTER, start)) {
      start = end + 1;
      piece++;
    }
    if (mayHoldForm(text, start, end, filter)) found.push(piece);
    start = end + 1;
    piece++;
  }
  return found;
}

/** Whether a piece may hold a form, or the beginning of one, when it is normalized. */
function mayHoldForm(text: string, start: number, end: number, filter: FormFilter): boolean {
  if (!hasIrregular(text, start, end)) return true;
  const around = text.slice(Math.max(0, start - CONTEXT_CHARACTERS), end + CONTEXT_CHARACTERS);
  // A mark may belong to the letter before the seam.
  return [around, around.replaceAll(SEAM_CHARACTER, '')].some((part) => filter.mayHold(part));
}

import { type FormFilter, hasIrregular } from './form-filter';
import { SEAM_CHARACTER } from './tokenize';

/** How much of a text around a piece may belong to a form that the piece begins or ends, in characters. */
const CONTEXT_CHARACTERS = 128;

/**
 * Says in which pieces of a text forms may stand.
 * @param text pieces, each closed by SEAM; of two neighbours it is not known whether a word goes on from one to the other
 * @returns pieces' numbers, from 0 on, in rising order: of each form one at least of the pieces that it stands in
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

/** Whether a piece may hold a form, or begin one, when it is normalized. */
function mayHoldForm(text: string, start: number, end: number, filter: FormFilter): boolean {
  if (!hasIrregular(text, start, end)) return true;
  const around = text.slice(Math.max(0, start - CONTEXT_CHARACTERS), end + CONTEXT_CHARACTERS);
  // A mark may belong to the letter before the seam.
  return [around, around.replaceAll(SEAM_CHARACTER, '')].some((part) => filter.mayHold(part));
}

import { FormFilter } from './form-filter';
import { normalize } from './normalize';
import { tokenEnd } from './tokenize';

/** Packed filters of a screen. A weak form is one that is a term only with evidence. */
export interface ScreenData {
  /** Forms that are terms without evidence, or are evidence for their own card. */
  readonly strong: string;
  /** All cues of cards and of the subject. */
  readonly cues: string;
  /** Cues that are longer than a form in them. */
  readonly longCues: string;
}

/** No packed filter has it. */
const SEPARATOR = '\n';

/** Packs a screen into one string. */
export const packScreen = ({ strong, cues, longCues }: ScreenData): string =>
  [strong, cues, longCues].join(SEPARATOR);

/** Unpacks a screen. @param packed as `packScreen` returns it */
export function unpackScreen(packed: string): ScreenData {
  const [strong = '', cues = '', longCues = ''] = packed.split(SEPARATOR);
  return { strong, cues, longCues };
}

/**
 * Tests whether a page can hold a mention at all. A weak form is one only with evidence in its block, title, headings or
 * host name, which most pages that name Google lack. Has false positives, but no false negatives.
 */
export class Screen {
  readonly #forms: FormFilter;
  readonly #strong: FormFilter;
  readonly #cues: FormFilter;
  readonly #longCues: FormFilter;
  /** The first words of the weak forms found so far. */
  readonly #weak = new Set<string>();

  /**
   * @param forms of all cards
   * @throws Error if the data are broken
   */
  constructor(forms: FormFilter, { strong, cues, longCues }: ScreenData) {
    this.#forms = forms;
    this.#strong = new FormFilter(strong);
    this.#cues = new FormFilter(cues);
    this.#longCues = new FormFilter(longCues);
  }

  /** Whether a block may hold a mention by its own text. Its weak forms are recorded for `passesHeading`. */
  passesBlock(block: string): boolean {
    return this.#passes(block, new Set());
  }

  /** Whether a title, heading or host name may be evidence for a weak form in a block that was tested. */
  passesHeading(heading: string): boolean {
    return this.#weak.size > 0 && this.#passes(heading, new Set(this.#weak));
  }

  /** @param others first words of weak forms that the text may be evidence for */
  #passes(text: string, others: Set<string>): boolean {
    const normalized = `${normalize(text).text}\n`;
    if (mayHoldForm(this.#strong, normalized) || mayHoldForm(this.#longCues, normalized)) return true;
    let rest = '';
    let from = 0;
    for (let at = this.#forms.find(normalized, 0, true); at !== -1; ) {
      const end = Math.max(at + 1, tokenEnd(normalized, at));
      const word = normalized.slice(at, end).toLowerCase();
      others.add(word);
      this.#weak.add(word);
      rest += `${normalized.slice(from, at)} , `;
      from = end;
      at = this.#forms.find(normalized, end, true);
    }
    // A weak form may be evidence for another one, but not for itself.
    if (rest !== '' && others.size > 1) return true;
    return others.size > 0 && mayHoldForm(this.#cues, rest + normalized.slice(from));
  }
}

const mayHoldForm = (filter: FormFilter, normalized: string) => filter.find(normalized, 0, true) !== -1;

import type { FilterData } from './form-filter';
import { FormFilter } from './form-filter';
import { normalize } from './normalize';
import { tokenEnd } from './tokenize';

/** What tells whether weak forms, which are terms only beside words that speak for them, can be any on a page. */
export interface ScreenData {
  /** Forms that are terms by themselves, and those that speak for their own card. */
  readonly strong: FilterData;
  /** All words that speak for a card or for the subject. */
  readonly cues: FilterData;
  /** Those of them that go beyond a form that they contain. */
  readonly longCues: FilterData;
}

/**
 * Says whether a page can hold a mention at all. A weak form is one only where a word in its block, title, headings or
 * host speaks for it: most pages that name Google hold no such word beside it. It is never wrong when it says no.
 */
export class Screen {
  readonly #forms: FormFilter;
  readonly #strong: FormFilter;
  readonly #cues: FormFilter;
  readonly #longCues: FormFilter;
  /** The first words of the weak forms that were met. */
  readonly #weak = new Set<string>();

  /** @param forms of all cards */
  constructor(forms: FormFilter, { strong, cues, longCues }: ScreenData) {
    this.#forms = forms;
    this.#strong = new FormFilter(strong);
    this.#cues = new FormFilter(cues);
    this.#longCues = new FormFilter(longCues);
  }

  /** Whether a block may hold a mention by what it says itself. Its weak forms are remembered for `headingSpeaks`. */
  blockSpeaks(block: string): boolean {
    return this.#speaks(block, new Set());
  }

  /** Whether a title, heading or host name may speak for a weak form in a block that was met. */
  headingSpeaks(heading: string): boolean {
    return this.#weak.size > 0 && this.#speaks(heading, new Set(this.#weak));
  }

  /** @param others first words of weak forms that the text may speak for */
  #speaks(text: string, others: Set<string>): boolean {
    const normalized = `${normalize(text).text}\n`;
    if (holds(this.#strong, normalized) || holds(this.#longCues, normalized)) return true;
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
    // One weak form may speak for another; but none for itself.
    const isAlone = others.size < 2 || rest === '';
    return !isAlone || (others.size > 0 && holds(this.#cues, rest + normalized.slice(from)));
  }
}

const holds = (filter: FormFilter, normalized: string) => filter.find(normalized, 0, true) !== -1;

import type { FormFilter } from '../core/form-filter';
import type { Screen } from '../core/screen';
import { HEADING } from '../page/elements';
import { page, pageTitle, queryAll, textContentOf } from '../platform/dom';
import type { StoredBlock } from './reader/stored-block';
import { readScreen } from './stored';

/** So many headings are looked at; a page with more is an index rather than a text. */
const MAX_HEADINGS = 200;

/** Says whether a page may hold a mention at all, before anybody is woken to read it. Once it may, it may for good. */
export class Screening {
  readonly #filter: FormFilter;
  readonly #screened = new WeakSet<StoredBlock>();
  #screen: Screen | undefined;
  #isPassed = false;

  /** @param filter of all cards' forms */
  constructor(filter: FormFilter) {
    this.#filter = filter;
  }

  /**
   * Looks at the blocks that have not been looked at yet, and at what speaks for the whole page.
   * @param blocks those that hold forms, or headings
   * @param roots the shadow roots whose headings count too
   * @throws Error where there is nothing to tell it by
   */
  async passes(blocks: readonly StoredBlock[], roots: readonly ShadowRoot[]): Promise<boolean> {
    if (this.#isPassed) return true;
    this.#screen ??= await readScreen(this.#filter);
    const screen = this.#screen;
    const isNew = (stored: StoredBlock) => !this.#screened.has(stored);
    this.#isPassed =
      blocks.filter(isNew).some((stored) => {
        this.#screened.add(stored);
        return screen.blockSpeaks(stored.block.text);
      }) || headingsOf(roots).some((heading) => screen.headingSpeaks(heading));
    return this.#isPassed;
  }
}

/** The page's title, host and headings. */
function headingsOf(roots: readonly ShadowRoot[]): string[] {
  const host = location.hostname.replaceAll('.', ' , ');
  const headings = [page, ...roots].flatMap((root) => queryAll(root, HEADING)).slice(0, MAX_HEADINGS);
  return [pageTitle(), host, ...headings.map((heading) => textContentOf(heading) ?? '')];
}

import type { FormFilter } from '../core/form-filter';
import type { Screen } from '../core/screen';
import { HEADING } from '../page/elements';
import { page, pageTitle, queryAll, textContentOf } from '../platform/dom';
import type { StoredBlock } from './reader/stored-block';
import { readScreen } from './stored';

/** The most headings that are tested; a page with more is an index rather than a text. */
const MAX_HEADINGS = 200;

/** Tests whether a page may hold a mention at all, before the background is woken to read it. A pass is final. */
export class Screening {
  readonly #filter: FormFilter;
  readonly #checked = new WeakSet<StoredBlock>();
  #screen: Screen | undefined;
  #isPassed = false;

  /** @param filter of all cards' forms */
  constructor(filter: FormFilter) {
    this.#filter = filter;
  }

  /**
   * Tests blocks that were not tested before, then title, host name and headings.
   * @param blocks those that hold forms, or headings
   * @param roots the shadow roots whose headings count too
   * @throws Error if the screen's table cannot be read
   */
  async passes(blocks: readonly StoredBlock[], roots: readonly ShadowRoot[]): Promise<boolean> {
    if (this.#isPassed) return true;
    this.#screen ??= await readScreen(this.#filter);
    const screen = this.#screen;
    const isNew = (stored: StoredBlock) => !this.#checked.has(stored);
    this.#isPassed =
      blocks.filter(isNew).some((stored) => {
        this.#checked.add(stored);
        return screen.passesBlock(stored.block.text);
      }) || headingsOf(roots).some((heading) => screen.passesHeading(heading));
    return this.#isPassed;
  }
}

/** The page's title, host and headings. */
function headingsOf(roots: readonly ShadowRoot[]): string[] {
  const host = location.hostname.replaceAll('.', ' , ');
  const headings = [page, ...roots].flatMap((root) => queryAll(root, HEADING)).slice(0, MAX_HEADINGS);
  return [pageTitle(), host, ...headings.map((heading) => textContentOf(heading) ?? '')];
}

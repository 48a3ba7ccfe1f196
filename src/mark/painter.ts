import { HIGHLIGHTS } from '../page/mark-script';
import { MarkSafety } from './mark-safety';

type State = keyof typeof HIGHLIGHTS;

/** Ranges by how they are marked; each range in one list only. */
export type Marks = Readonly<Record<State, readonly AbstractRange[]>>;

const STATES = Object.keys(HIGHLIGHTS) as State[];

/** So many ranges at most are added or taken one by one: beyond that, Firefox is faster with a highlight built anew. */
const FEW = 50;

/** Paints marks as CSS highlights (CSS Custom Highlight API, level 1): the page's DOM is not touched. */
export class Painter {
  readonly #highlights = new Map<State, Highlight>();
  readonly #safety = new MarkSafety();
  /** What is to be marked. */
  #marks: Marks = { rest: [], pinned: [], open: [] };
  /** What each highlight holds: the page may tamper with it, and Firefox lets no content script list it. */
  readonly #ranges = new Map<State, Set<AbstractRange>>();

  /** @param signal takes all marks away when it aborts */
  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => {
      for (const state of STATES) this.#clear(state);
    });
  }

  /** Replaces all marks. What no mark may be laid on without altering the text gets none. */
  paint(marks: Marks): void {
    this.#marks = marks;
    this.#safety.renew();
    const allowed = (range: AbstractRange) => this.#safety.allows(range);
    this.#paint('rest', new Set(marks.rest.filter((range) => allowed(range) !== 'nothing')));
    this.#paint('open', new Set(marks.open.filter((range) => allowed(range) === 'tint')));
    const withoutTint = marks.open.filter((range) => allowed(range) === 'underline');
    const pinned = marks.pinned.filter((range) => allowed(range) !== 'nothing');
    this.#paint('pinned', new Set([...pinned, ...withoutTint]));
  }

  /** Puts back what the page has taken away, and follows its styles where they may have changed. */
  restore(): void {
    if (this.#safety.renew()) this.paint(this.#marks);
    else for (const state of STATES) this.#paint(state, this.#ranges.get(state) ?? new Set());
  }

  #paint(state: State, ranges: Set<AbstractRange>): void {
    if (ranges.size === 0) {
      this.#clear(state);
      return;
    }
    const before = this.#ranges.get(state) ?? new Set();
    this.#ranges.set(state, ranges);
    const highlight = this.#highlights.get(state);
    if (highlight && highlight.size === before.size) {
      const gone = [...before].filter((range) => !ranges.has(range));
      const come = [...ranges].filter((range) => !before.has(range));
      if (gone.length + come.length <= FEW) {
        for (const range of gone) highlight.delete(range);
        for (const range of come) highlight.add(range);
        if (CSS.highlights.get(HIGHLIGHTS[state]) !== highlight)
          CSS.highlights.set(HIGHLIGHTS[state], highlight);
        return;
      }
    }
    const built = new Highlight();
    for (const range of ranges) built.add(range);
    built.priority = STATES.indexOf(state);
    this.#highlights.set(state, built);
    CSS.highlights.set(HIGHLIGHTS[state], built);
  }

  #clear(state: State): void {
    // A session that replaces this one, after an update, may have painted already.
    const highlight = this.#highlights.get(state);
    if (highlight && CSS.highlights.get(HIGHLIGHTS[state]) === highlight)
      CSS.highlights.delete(HIGHLIGHTS[state]);
    this.#highlights.delete(state);
    this.#ranges.delete(state);
  }
}

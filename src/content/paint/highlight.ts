/** The highlights by name, as `marks.css` styles them. Neutral, because the page can list them. */
const NAMES = { rest: 'reading-note', pinned: 'reading-note-pinned', open: 'reading-note-open' } as const;

/** Ranges by how they are marked; each range in one list only. */
export type Marks = Readonly<Record<keyof typeof NAMES, readonly AbstractRange[]>>;

const STATES = Object.keys(NAMES) as (keyof typeof NAMES)[];

/** Paints marks as CSS highlights (CSS Custom Highlight API, level 1): the page's DOM is not touched. */
export class Painter {
  readonly #own = new Map<keyof typeof NAMES, Highlight>();
  #painted: Marks = { rest: [], pinned: [], open: [] };

  /** @param signal takes all marks away when it aborts */
  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => {
      // A session that replaces this one, after an update, may have painted already.
      for (const state of STATES)
        if (CSS.highlights.get(NAMES[state]) === this.#own.get(state)) CSS.highlights.delete(NAMES[state]);
    });
  }

  /** Replaces all marks. A highlight is built anew: adding range by range to a registered one is slow in Firefox. */
  paint(marks: Marks): void {
    for (const [priority, state] of STATES.entries()) {
      const ranges = marks[state];
      if (isSame(ranges, this.#painted[state]) && CSS.highlights.has(NAMES[state]) === ranges.length > 0)
        continue;
      if (ranges.length === 0) {
        CSS.highlights.delete(NAMES[state]);
        continue;
      }
      const highlight = new Highlight();
      for (const range of ranges) highlight.add(range);
      highlight.priority = priority;
      this.#own.set(state, highlight);
      CSS.highlights.set(NAMES[state], highlight);
    }
    this.#painted = marks;
  }
}

function isSame(a: readonly AbstractRange[], b: readonly AbstractRange[]): boolean {
  return a.length === b.length && a.every((range, index) => range === b[index]);
}

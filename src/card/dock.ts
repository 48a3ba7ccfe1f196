/** A card's placement in a free margin, in viewport pixels. */
export interface Dock {
  readonly side: 'left' | 'right';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** Height available below `top`. */
  readonly room: number;
  /** Length of the tick between the text and the card. */
  readonly tick: number;
}

/** What a dock depends on; all in viewport pixels. */
export interface Margins {
  /** The term's block. */
  readonly block: { readonly left: number; readonly right: number };
  /** Middle of the term's line. */
  readonly line: number;
  readonly window: { readonly width: number; readonly height: number };
  /** Width of a card, and the least that one can be read in. */
  readonly width: number;
  readonly leastWidth: number;
  /** The card's height at a width. */
  heightAt(width: number): number;
  /** Whether the page is empty at a point. */
  isFree(x: number, y: number): boolean;
}

/** Pixels kept free along the window's edges. */
const EDGE = 8;
/** Least and preferred gap between text and card, which has room for a tick. */
const LEAST_GAP = 20;
const BEST_GAP = 44;
/** The tick's distance from the text. */
const TICK_GAP = 10;
/** How far the card starts above its line, if it can. */
const LEAD = 64;
/** The tick's least distance from the card's corners. */
const CORNER = 14;
/** The least height for a docked card. */
const LEAST_ROOM = 240;
/** Distances of the points that are tested: less than the height of a line, and the length of a word. */
const STEP = 12;
const STEP_ACROSS = 24;

/**
 * Finds a free margin beside a term's block for a pinned card, level with its line.
 * @returns undefined if there is none: the card stays beside its term
 */
export function findDock(margins: Margins): Dock | undefined {
  const { block, window } = margins;
  const right = window.width - EDGE - block.right;
  const left = block.left - EDGE;
  const sides = right >= left ? (['right', 'left'] as const) : (['left', 'right'] as const);
  for (const side of sides) {
    const dock = dockAt(side, side === 'right' ? right : left, margins);
    if (dock) return dock;
  }
  return undefined;
}

function dockAt(side: Dock['side'], across: number, margins: Margins): Dock | undefined {
  const width = Math.min(margins.width, across - LEAST_GAP);
  if (width < margins.leastWidth) return undefined;
  const height = margins.heightAt(width);
  // Beside the text, or else further out, past what stands beside it.
  for (let gap = Math.min(BEST_GAP, across - width); gap <= across - width; gap += STEP_ACROSS) {
    const left = side === 'right' ? margins.block.right + gap : margins.block.left - gap - width;
    const { above, below } = freeAround(left, width, margins);
    if (below - above < Math.min(height, LEAST_ROOM)) continue;
    const top = Math.max(above, Math.min(margins.line - LEAD, below - height));
    if (top + CORNER > margins.line || margins.line > below - CORNER) continue;
    // A tick over what stands between would be a line through it.
    return { side, left, top, width, room: below - top, tick: gap > BEST_GAP ? 0 : gap - TICK_GAP };
  }
  return undefined;
}

/** The extent of the free margin above and below the line. */
function freeAround(left: number, width: number, { line, window, isFree }: Margins) {
  const isRowFree = (y: number) => {
    for (let x = left; x < left + width; x += STEP_ACROSS) if (!isFree(x, y)) return false;
    return isFree(left + width - 1, y);
  };
  const end = window.height - EDGE;
  let above = line;
  while (above > EDGE && isRowFree(Math.max(EDGE, above - STEP))) above = Math.max(EDGE, above - STEP);
  let below = line;
  while (below < end && isRowFree(Math.min(end, below + STEP))) below = Math.min(end, below + STEP);
  return isRowFree(line) ? { above, below } : { above: line, below: line };
}

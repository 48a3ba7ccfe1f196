/** A place for a card in a free margin, in viewport pixels. */
export interface Dock {
  readonly side: 'left' | 'right';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** Height that is free from `top` on. */
  readonly room: number;
  /** Length of the tick between the text and the card. */
  readonly tick: number;
}

/** What a dock is looked for in; all in viewport pixels. */
export interface Margins {
  /** The block that the term stands in. */
  readonly block: { readonly left: number; readonly right: number };
  /** Middle of the term's line. */
  readonly line: number;
  readonly window: { readonly width: number; readonly height: number };
  /** Width of a card, and the least that one can be read in. */
  readonly width: number;
  readonly leastWidth: number;
  /** The card's height at a width. */
  heightAt(width: number): number;
  /** Whether nothing of the page stands at a point. */
  isFree(x: number, y: number): boolean;
}

/** Pixels kept free along the window's edges. */
const EDGE = 8;
/** Between text and card there is room for a tick, not much more. */
const LEAST_GAP = 20;
const BEST_GAP = 44;
/** The tick begins so far from the text. */
const TICK_GAP = 10;
/** The card begins so far above its line, where it can. */
const LEAD = 64;
/** The tick meets the card at least so far from its corners. */
const CORNER = 14;
/** A card in less height than this is no help. */
const LEAST_ROOM = 240;
/** Points are looked at so far from each other: less than a line of text is high, and a word is long. */
const STEP = 12;
const STEP_ACROSS = 24;

/**
 * Looks for a free margin beside a term's block that a pinned card can stand in, level with its line.
 * @returns undefined where there is none: the card stays beside its term
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
  const gap = Math.min(BEST_GAP, across - width);
  const left = side === 'right' ? margins.block.right + gap : margins.block.left - gap - width;
  const { above, below } = freeAround(left, width, margins);
  const height = margins.heightAt(width);
  if (below - above < Math.min(height, LEAST_ROOM)) return undefined;
  const top = Math.max(above, Math.min(margins.line - LEAD, below - height));
  if (top + CORNER > margins.line || margins.line > below - CORNER) return undefined;
  return { side, left, top, width, room: below - top, tick: gap - TICK_GAP };
}

/** How far the margin is free above and below the line. */
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

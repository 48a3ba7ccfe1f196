import { type Box, overlap } from './boxes';

/** The side of a term that its card is on; `over` if there is room only over the term. */
export type Side = 'bottom' | 'top' | 'right' | 'left' | 'over';

/** What a card's placement depends on; all in viewport pixels. */
export interface Surroundings {
  /** The term's box that the card belongs to: one line of it. */
  readonly term: Box;
  /** The same, as thick as the line around it. */
  readonly line: Box;
  /** Other boxes of the same mention. */
  readonly others: readonly Box[];
  /** The sides that do not cover the line, the preferred one first. */
  readonly sides: readonly [Side, Side];
  readonly card: { readonly width: number; readonly height: number };
  readonly window: Box;
  /** The least height that is wanted: with less off its line, the card steps aside. */
  readonly leastRoom: number;
  /** The least height that a card can be read in; `leastRoom` by default. */
  readonly least?: number;
  /** The side that the card is on already: it stays there while there is room. */
  readonly currentSide?: Side | undefined;
}

/** A card's place, in viewport pixels. */
export interface Placement {
  readonly side: Side;
  readonly left: number;
  readonly top: number;
  /** Height (`room`) and width (`across`) available to the card. */
  readonly room: number;
  readonly across: number;
}

/** Pixels between a line and the card. */
const GAP = 7;
/** Pixels kept free along the window's edges; fewer where the window is lower than so many. */
const MARGIN = 8;
const SLIM_MARGIN = 2;
const LOW_WINDOW = 320;
/** How far a card starts before its term, in pixels. */
const LEAD = 18;
/** The least share of its width that a card is narrowed to. */
const MIN_WIDTH_SHARE = 0.75;
/** The largest share of the window's height that a card takes. */
const MAX_HEIGHT_SHARE = 0.8;

/**
 * Finds a card's placement: beside its line, and over no other box of its mention; if there is no room, beside the term in
 * its line; else over the term, with the window's whole height.
 */
export function placeBeside(around: Surroundings): Placement {
  const { currentSide, sides, leastRoom, card, window } = around;
  // Nothing has more room than the window.
  const needed = Math.min(card.height, leastRoom, heightOf(window));
  const isEnough = ({ room, across }: Placement) => room >= needed && across >= card.width * MIN_WIDTH_SHARE;
  const offLine = (currentSide && sides.includes(currentSide) ? [currentSide] : sides).flatMap((side) =>
    placementsAt(side, around),
  );
  const best = bestOf(offLine, around);
  if (best && isEnough(best)) return best;
  if (currentSide) return placeBeside({ ...around, currentSide: undefined });
  const onLine = (['right', 'left', 'bottom', 'top'] as const).filter((side) => !sides.includes(side));
  const aside = onLine
    .flatMap((side) => placementsAt(side, around))
    .find((spot) => isEnough(spot) && spot.across >= card.width);
  if (aside) return aside;
  // Beside a broad term there is no place: it is read in less height rather than over its term.
  const { least = leastRoom } = around;
  return least < leastRoom ? placeBeside({ ...around, leastRoom: least }) : placementOver(around);
}

/** The best placement: over no other box of the mention, then with most room for a card in full, then the first. */
function bestOf(
  spots: readonly Placement[],
  { others, card, window, leastRoom }: Surroundings,
): Placement | undefined {
  const grown = (window.bottom - window.top) * MAX_HEIGHT_SHARE;
  const penaltyOf = (spot: Placement) => {
    // A card that is opened in full must not grow over them either.
    const height = Math.min(spot.room, Math.max(card.height, grown));
    const top = spot.side === 'top' ? spot.top + card.height - height : spot.top;
    const all = { left: spot.left, right: spot.left + card.width, top, bottom: top + height };
    const isTooLow =
      spot.room < Math.min(card.height, leastRoom) || spot.across < card.width * MIN_WIDTH_SHARE;
    return Number(isTooLow) * 2 + Number(others.some((other) => overlap(other, all)));
  };
  // What it can grow to: a card is opened where it has most to grow.
  const reachOf = ({ room, across }: Placement) => Math.min(room, grown) * Math.min(across, card.width);
  let best: { spot: Placement; faults: number } | undefined;
  for (const spot of spots) {
    const faults = penaltyOf(spot);
    const isRoomier = best && faults === best.faults && reachOf(spot) > reachOf(best.spot);
    if (!best || faults < best.faults || isRoomier) best = { spot, faults };
  }
  return best?.spot;
}

/** The placements on one side of a term: aligned with its start, and with its end. */
function placementsAt(side: Side, { term, line, card, window }: Surroundings): Placement[] {
  const width = window.right - window.left - 2 * MARGIN;
  const height = heightOf(window);
  const [from, to] = [window.left + MARGIN, (window.top + window.bottom - height) / 2];
  if (side === 'bottom' || side === 'top') {
    const room = side === 'bottom' ? to + height - line.bottom - GAP : line.top - GAP - to;
    const top =
      side === 'bottom' ? line.bottom + GAP : line.top - GAP - Math.min(card.height, Math.max(0, room));
    return [term.left - LEAD, term.right + LEAD - card.width].map((left) => ({
      side,
      left: within(left, from, from + width - card.width),
      top,
      room,
      across: width,
    }));
  }
  const across = side === 'right' ? from + width - line.right - GAP : line.left - GAP - from;
  const left =
    side === 'right' ? line.right + GAP : line.left - GAP - Math.min(card.width, Math.max(0, across));
  const cardHeight = Math.min(card.height, height);
  return [term.top - LEAD, term.bottom + LEAD - cardHeight].map((top) => ({
    side,
    left,
    top: within(top, to, to + height - cardHeight),
    room: height,
    across,
  }));
}

/** The height of a window that a card may fill. */
function heightOf({ top, bottom }: Box): number {
  return bottom - top - 2 * (bottom - top < LOW_WINDOW ? SLIM_MARGIN : MARGIN);
}

function placementOver({ term, card, window }: Surroundings): Placement {
  const room = heightOf(window);
  const margin = (window.bottom - window.top - room) / 2;
  const height = Math.min(card.height, room);
  return {
    side: 'over',
    left: within(term.left - LEAD, window.left + SLIM_MARGIN, window.right - SLIM_MARGIN - card.width),
    top: within(term.top, window.top + margin, window.bottom - margin - height),
    room,
    across: window.right - window.left - 2 * SLIM_MARGIN,
  };
}

/** A sheet's placement: the edge of the window, and the height available, in pixels. */
export interface SheetPlacement {
  readonly edge: 'bottom' | 'top';
  readonly room: number;
}

/** Pixels kept free between a term and a sheet. */
const SHEET_GAP = 15;

/** How far the page would have to be scrolled for a sheet of some height to stand below its term. */
export function sheetOverlap(term: Box, window: Box, height: number): number {
  const mostToScroll = term.top - window.top - SHEET_GAP;
  return Math.min(term.bottom + SHEET_GAP - (window.bottom - height), mostToScroll);
}

/**
 * Finds a sheet's placement: at the bottom, if need be with less height; else at the top; over its term if neither leaves
 * enough height to read in.
 * @param terms boxes not to be covered, by priority: if the first cannot be kept free, the next one is
 * @param height the sheet's preferred height
 * @param leastRoom the least height that a sheet can be read in
 * @param currentEdge the edge that it is at already
 */
export function placeSheet(
  terms: readonly Box[],
  window: Box,
  height: number,
  leastRoom: number,
  currentEdge: SheetPlacement['edge'],
): SheetPlacement {
  for (const term of terms) {
    const rooms = { bottom: window.bottom - term.bottom - SHEET_GAP, top: term.top - SHEET_GAP - window.top };
    for (const edge of [currentEdge, 'bottom', 'top'] as const)
      if (rooms[edge] >= Math.min(height, leastRoom)) return { edge, room: rooms[edge] };
  }
  return { edge: 'bottom', room: window.bottom - window.top };
}

const within = (at: number, least: number, most: number) => Math.max(least, Math.min(at, most));

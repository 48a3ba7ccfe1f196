import {
  autoUpdate,
  computePosition,
  flip,
  offset,
  type Placement,
  shift,
  size,
  type VirtualElement,
} from '@floating-ui/dom';
import { boxOf, parentElementOf, query, queryAll, rangeBoxOf, rootElement, rootOf } from '../../platform/dom';
import { liveRange } from '../page/live-range';
import { cascade, type Standing } from './cascade';
import { docking } from './docking';

/** Pixels between a term and its card. */
const GAP = 7;
/** Pixels kept free along the window's edges. */
const MARGIN = 8;
/** A side with less height than this, in pixels, is given up for the other. */
const LEAST_ROOM = 160;

/** In less height than this, in pixels of usual text, what stands still in a card would leave no room for the rest. */
const LOW_ROOM = 300;

/**
 * Has all of a card scroll, its head and foot as well, where the room for it is low.
 * @param room in pixels
 */
export function markLow(place: HTMLElement, room: number): void {
  const unit = Number.parseFloat(getComputedStyle(place).getPropertyValue('--u')) || 1;
  place.toggleAttribute('data-low', room < LOW_ROOM * unit);
}

function termAt(range: AbstractRange): VirtualElement {
  const contextElement = parentElementOf(range.startContainer) ?? rootElement();
  return { getBoundingClientRect: () => rectOf(range), ...(contextElement && { contextElement }) };
}

/** Where a range is now, in viewport pixels. */
export function rectOf(range: AbstractRange): DOMRect {
  const live = liveRange(range);
  return live ? rangeBoxOf(live) : new DOMRect();
}

/**
 * Keeps a card beside its term while the page scrolls and changes: below the line or above it, never over it. A pinned
 * card stands in a free margin of the page, where there is one.
 * @param onLost is called when the term can no longer be seen: hidden, or scrolled off the window
 * @returns ends it
 */
export function keepPlaced(
  card: HTMLElement,
  range: StaticRange,
  isPinned: boolean,
  onLost: (isHidden: boolean) => void,
): () => void {
  const term = termAt(range);
  let placement: Placement = 'bottom-start';
  // A card that grows under the pointer must not jump to the line's other side: the side is chosen once, and again
  // only when the page has scrolled the room away.
  let isSideOpen = true;
  const dock = isPinned ? docking(card, range) : () => false;
  let cascadedFor = '';
  let moved = 0;
  const place = async () => {
    const { width, top, bottom } = rectOf(range);
    if (width === 0) {
      onLost(true);
      return;
    }
    if (bottom < 0 || top > innerHeight) onLost(false);
    // Of pinned cards, those further down lie on top: the heads of all can be seen.
    if (isPinned) card.style.setProperty('--level', String(Math.round(boxOf(card).top)));
    if (dock()) return;
    let room = 0;
    const {
      x,
      y,
      placement: placed,
    } = await computePosition(term, card, {
      strategy: 'fixed',
      placement,
      middleware: [
        offset({ mainAxis: GAP, crossAxis: -18 }),
        isSideOpen && flip({ padding: MARGIN, fallbackStrategy: 'bestFit' }),
        shift({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply({ availableHeight }) {
            isSideOpen = availableHeight < LEAST_ROOM;
            room = availableHeight;
            setRoom(card, room);
          },
        }),
      ],
    });
    placement = placed;
    // Once for a place: as the page scrolls, all cards move as one.
    const layout = `${innerWidth} ${placed}`;
    if (isPinned && layout !== cascadedFor) {
      cascadedFor = layout;
      moved = shiftFor(card, x, y, placed.startsWith('top') ? -1 : 1, room);
    }
    if (moved > 0) setRoom(card, room - moved);
    card.style.translate = `${Math.round(x)}px ${Math.round(y + moved)}px`;
  };
  return autoUpdate(term, card, place);
}

function setRoom(card: HTMLElement, room: number): void {
  markLow(card, room);
  card.style.setProperty('--room', `${Math.max(LEAST_ROOM / 2, Math.floor(room))}px`);
}

/** How far a pinned card has to move for the heads of those pinned before it; 0 where there is no room for that. */
function shiftFor(card: HTMLElement, x: number, y: number, direction: 1 | -1, room: number): number {
  const standing = (each: Element): Standing => {
    const { left, right, top } = boxOf(each);
    const header = query(each, 'header');
    return { left, right, top, head: header instanceof HTMLElement ? header.offsetHeight : 0 };
  };
  const earlier: Standing[] = [];
  const cards = queryAll(rootOf(card) as ShadowRoot, '[data-key]');
  for (const each of cards.slice(0, cards.indexOf(card))) earlier.push(standing(each));
  const own = { ...standing(card), left: x, right: x + card.offsetWidth, top: y };
  const moved = cascade(own, earlier, direction);
  const hasRoom = moved > 0 ? room - moved >= LEAST_ROOM : y + moved >= MARGIN;
  return hasRoom ? moved : 0;
}

/** Calls back when the range may have moved on the screen. @returns ends it */
export function followRange(range: StaticRange, element: HTMLElement, onMove: () => void): () => void {
  return autoUpdate(termAt(range), element, onMove);
}

/**
 * Whether a point is in the corridor between a term and its card: the band that the pointer crosses on its way.
 * All in viewport pixels.
 */
export function isInCorridor(term: DOMRect, card: DOMRect, x: number, y: number): boolean {
  const top = Math.min(term.bottom, card.bottom);
  const bottom = Math.max(term.top, card.top);
  const left = Math.min(term.left, card.left);
  const right = Math.max(term.right, card.right);
  return x >= left && x <= right && y >= top - 1 && y <= bottom + 1;
}

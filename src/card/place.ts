import { boxOf, query, queryAll, rootOf } from '../platform/dom';
import { type Placement, placeBeside, type Side } from './beside';
import { type Box, overlap } from './boxes';
import { createDocking } from './docking';
import { privateName, setPrivateProperty } from './private-properties';
import { type PlacedHead, staggerOffset } from './stagger';
import { type Anchor, isAlive, type TermPlace, windowBox } from './term-boxes';

/** In less height than this all of a card scrolls, since head and foot would leave no room. At the default font size, in pixels. */
const LOW_ROOM = 300;
/** The least height to read a card in: its head takes a third of it. At the default font size, in pixels. */
const LEAST_ROOM = 180;
/** The height that a card is to have, if it needs so much. At the default font size, in pixels. */
const FULL_ROOM = 480;

/** Pixels in a unit of the card's design: more than 1 if the reader has larger text. */
const unitOf = (place: Element) =>
  Number.parseFloat(getComputedStyle(place).getPropertyValue(privateName('--u'))) || 1;

/** The least height to read a card in, in pixels. */
export const leastRoomOf = (place: Element): number => LEAST_ROOM * unitOf(place);

/**
 * Sets a card's maximum height. If it is low, all of the card scrolls, with head and foot.
 * @param room in pixels
 * @returns whether that is hardly enough to read in
 */
export function setRoom(place: HTMLElement, room: number): boolean {
  setPrivateProperty(place, '--room', `${Math.max(0, Math.floor(room))}px`);
  place.toggleAttribute('data-low', room < LOW_ROOM * unitOf(place));
  return room < leastRoomOf(place);
}

const termBoxes = new WeakMap<Element, Box>();

/** Where the term was when its card was placed last: the line that the card belongs to, in viewport pixels. */
export const termBoxOf = (place: Element): Box | undefined => termBoxes.get(place);
export const setTermBox = (place: Element, term: Box): unknown => termBoxes.set(place, term);

/** A placer's callbacks. */
export interface PlaceEvents {
  /** The term can no longer be seen: hidden, or scrolled away. */
  onLost(isHidden: boolean): void;
  /** There is hardly enough height to read in, or there is again. */
  onRoom(isCramped: boolean): void;
}

/** Places a card; to be called at first, and whenever page or card may have moved. */
export interface Placer {
  (): void;
  /** Keeps the card where it is, for the term that is its own now: from here on it moves with that one. */
  keep(): void;
}

/** Creates the placer of a card: beside its term, off its line. A pinned card is docked in a free margin, if there is one. */
export function createPlacer(
  card: HTMLElement,
  anchor: Anchor,
  isPinned: boolean,
  events: PlaceEvents,
): Placer {
  // A card that grows under the pointer must not jump to the line's other side: the side is chosen once, and again
  // only when the page has scrolled the room away.
  let currentSide: Side | undefined;
  const dock = isPinned ? createDocking(card, anchor) : () => false;
  let staggeredFor = '';
  let moved = 0;
  let kept: Kept | undefined;
  const measure = (): TermPlace | undefined => {
    // The session finds the mention again if its text was replaced.
    if (!isAlive(anchor.range())) return undefined;
    const term = anchor.measure();
    if (!term) events.onLost(true);
    return term;
  };
  const place = () => {
    const term = measure();
    if (!term) return;
    setTermBox(card, term.box);
    if (!term.isVisible) events.onLost(false);
    // Of pinned cards, those further down lie on top: the heads of all can be seen.
    if (isPinned) setPrivateProperty(card, '--level', String(Math.round(boxOf(card).top)));
    if (kept && placeKept(card, kept, term.box)) return;
    kept = undefined;
    if (dock(term)) return;
    const spot = fitCard(card, term, currentSide);
    currentSide = spot.side;
    events.onRoom(spot.room < leastRoomOf(card));
    // Once for a place: as the page scrolls, all cards move as one.
    const layout = `${innerWidth} ${currentSide}`;
    if (isPinned && layout !== staggeredFor) {
      staggeredFor = layout;
      moved = /bottom|top/.test(currentSide) ? staggerFor(card, spot) : 0;
    }
    if (moved > 0) setRoom(card, spot.room - moved);
    card.style.translate = `${Math.round(spot.left)}px ${Math.round(spot.top + moved)}px`;
  };
  const keep = () => {
    const term = measure();
    const { left, top } = boxOf(card);
    if (term && !overlap(boxOf(card), term.line)) kept = { left, top, term: term.box, width: innerWidth };
    else kept = undefined;
  };
  return Object.assign(place, { keep });
}

/** Where a card was when another term became its own, and where that term was; in viewport pixels. */
interface Kept {
  readonly left: number;
  readonly top: number;
  readonly term: Box;
  /** The window's width. */
  readonly width: number;
}

/** @returns false if the card would leave the window, whose size or scrolling has changed */
function placeKept(card: HTMLElement, { left, top, term, width }: Kept, now: Box): boolean {
  const [x, y] = [left + now.left - term.left, top + now.top - term.top];
  const { height } = boxOf(card);
  const seen = windowBox();
  if (width !== innerWidth || y < seen.top || y + height > seen.bottom) return false;
  card.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  return true;
}

/** Finds a card's placement, and sets its maximum height and width. */
function fitCard(
  card: HTMLElement,
  { box, boxes, line, sides }: TermPlace,
  currentSide: Side | undefined,
): Placement {
  const least = leastRoomOf(card);
  const findPlacement = (side: Side | undefined) => {
    const { width, height } = boxOf(card);
    return placeBeside({
      term: box,
      line,
      others: boxes.filter((other) => other !== box),
      sides,
      card: { width, height },
      window: windowBox(),
      leastRoom: Math.max(least, Math.min(height, FULL_ROOM * unitOf(card))),
      least,
      currentSide: side,
    });
  };
  // Its preferred size, not the one limited by a place that it had.
  for (const property of ['--room', '--across']) setPrivateProperty(card, property, null);
  card.removeAttribute('data-low');
  const spot = findPlacement(currentSide);
  setRoom(card, spot.room);
  setPrivateProperty(card, '--across', `${Math.floor(spot.across)}px`);
  return findPlacement(spot.side);
}

/** How far a pinned card has to move for the heads of those pinned before it; 0 if there is no room. */
function staggerFor(card: HTMLElement, { side, left, top, room }: Placement): number {
  const headOf = (each: Element): PlacedHead => {
    const box = boxOf(each);
    const header = query(each, 'header');
    return { left: box.left, right: box.right, top: box.top, head: header ? boxOf(header).height : 0 };
  };
  const earlier: PlacedHead[] = [];
  const cards = queryAll(rootOf(card) as ShadowRoot, '[data-key]');
  for (const each of cards.slice(0, cards.indexOf(card))) earlier.push(headOf(each));
  const own = { ...headOf(card), left, right: left + boxOf(card).width, top };
  const moved = staggerOffset(own, earlier, side === 'top' ? -1 : 1);
  const hasRoom = moved > 0 ? room - moved >= leastRoomOf(card) : top + moved >= windowBox().top;
  return hasRoom ? moved : 0;
}

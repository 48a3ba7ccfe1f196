import type { Settings } from '../core/settings';
import type { CardEvent } from '../page/card-script';

/**
 * The open card, as a state machine. One hover card at most, and up to MAX_PINNED pinned ones.
 *
 *            rest on a term              settings.dwellMs (NEIGHBOUR_MS soon after a card)
 *   idle ────────────────────▶ dwelling ─────────────────────────────────────────▶ open
 *     ▲  pointer leaves the term   │                                              │  │ pin, click on the term
 *     ├────────────────────────────┘                                              │  ▼
 *     │  Escape, close, or LEAVE_MS after the pointer left term, corridor and card │ pinned ─▶ Escape, close
 *     └───────────────────────────────────────────────────────────────────────────┘
 *
 * Where the reader has cards opened by click only, rest on a term counts as rest elsewhere; where by rest with Alt held,
 * rest without it does.
 * Every wait carries a token; a wait that ends after its token was replaced is ignored.
 */

/** Rest on a term before its card opens, for a term reached within NEIGHBOUR_WINDOW_MS of the last card. */
export const NEIGHBOUR_MS = 100;
export const NEIGHBOUR_WINDOW_MS = 300;
/** From leaving term, corridor and card until the card closes. */
export const LEAVE_MS = 300;
/** A pointer faster than this (pixels a millisecond) passes by, and does not rest. */
export const REST_SPEED = 0.5;
export const MAX_PINNED = 3;

/** A mention's key. */
type Key = number;

/** How much of a card is shown. */
export type Extent = 'peek' | 'full';

/** The hover card's state. */
type Hover =
  | { readonly at: 'idle' }
  | { readonly at: 'dwelling'; readonly mention: Key }
  | {
      readonly at: 'open';
      readonly mention: Key;
      readonly extent: Extent;
      /** A card opened by key or tap, or grown by a click, stays until it is closed. */
      readonly stays: boolean;
      readonly takesFocus: boolean;
      /** The pointer has left, or rests on another term. */
      readonly isLeaving: boolean;
      readonly next: Key | null;
    };

export interface CardState {
  readonly hover: Hover;
  /** Oldest first. */
  readonly pinned: readonly Key[];
  /** When the last hover card closed, ms. */
  readonly closedAt: number;
  readonly token: number;
}

/** A new state; `waitMs` asks for an `elapsed` event with the state's token after that time, and cancels a former one. */
export interface Transition {
  readonly state: CardState;
  readonly waitMs?: number;
}

export const INITIAL: CardState = {
  hover: { at: 'idle' },
  pinned: [],
  closedAt: Number.NEGATIVE_INFINITY,
  token: 0,
};

/** The settings of what opens a card: rest on a term, after how many milliseconds; or click only. */
export type OpeningSettings = Pick<Settings, 'opening' | 'dwellMs'>;

/** The state after an event. Pure: times come with the events, in milliseconds of one clock. */
export function transition(state: CardState, event: CardEvent, settings: OpeningSettings): Transition {
  switch (event.type) {
    case 'moved':
      return moved(state, event, settings);
    case 'elapsed':
      return event.token === state.token ? elapsed(state, event.at) : { state };
    case 'opened':
      return {
        state: {
          ...withHover(state, open(event.mention, 'full', true, event.takesFocus)),
          pinned: without(state.pinned, event.mention),
        },
      };
    case 'expanded':
      return { state: expanded(state, event.mention) };
    case 'stepped':
      return { state: stepped(state, event.from, event.to) };
    case 'pinned':
      return { state: pinned(state, event.mention) };
    case 'closed':
      return { state: closed(state, event.mention, event.at) };
    case 'escaped': {
      const top = topOf(state);
      return { state: top === undefined ? state : closed(state, top, event.at) };
    }
    case 'gone':
      return { state: gone(state, event.isAlive) };
  }
}

/** The card that Escape closes: the hover card, or the one pinned last. */
export function topOf(state: CardState): Key | undefined {
  return state.hover.at === 'open' ? state.hover.mention : state.pinned.at(-1);
}

type Moved = Extract<CardEvent, { type: 'moved' }>;

function moved(
  state: CardState,
  { mention, isInside, hasAlt, speed, at }: Moved,
  { opening, dwellMs }: OpeningSettings,
): Transition {
  const { hover } = state;
  const isOwn = hover.at === 'open' && hover.mention === mention;
  const opensByRest = opening === 'rest' || (opening === 'alt' && hasAlt);
  const mayOpen = opensByRest && mention !== null && !state.pinned.includes(mention);
  const target = mayOpen || isOwn ? mention : null;
  const rests = speed <= REST_SPEED;
  if (hover.at === 'open') {
    if (hover.stays) return { state };
    if (isInside || target === hover.mention)
      return hover.isLeaving || hover.next !== null
        ? { state: withHover(state, { ...hover, isLeaving: false, next: null }) }
        : { state };
    if (target !== null && (target !== hover.next || !rests))
      return { state: withHover(state, { ...hover, isLeaving: true, next: target }), waitMs: NEIGHBOUR_MS };
    if (target === null && (!hover.isLeaving || hover.next !== null))
      return { state: withHover(state, { ...hover, isLeaving: true, next: null }), waitMs: LEAVE_MS };
    return { state };
  }
  if (target === null) return hover.at === 'idle' ? { state } : { state: withHover(state, { at: 'idle' }) };
  if (hover.at === 'dwelling' && hover.mention === target && rests) return { state };
  const isSoon = opening === 'alt' || at - state.closedAt <= NEIGHBOUR_WINDOW_MS;
  const waitMs = isSoon ? NEIGHBOUR_MS : dwellMs;
  return { state: withHover(state, { at: 'dwelling', mention: target }), waitMs };
}

function elapsed(state: CardState, at: number): Transition {
  const { hover } = state;
  if (hover.at === 'dwelling') return { state: withHover(state, open(hover.mention, 'peek', false, false)) };
  if (hover.at !== 'open' || !hover.isLeaving) return { state };
  // A click may have pinned the neighbour meanwhile.
  if (hover.next !== null && !state.pinned.includes(hover.next))
    return { state: withHover(state, open(hover.next, 'peek', false, false)) };
  return { state: closed(state, hover.mention, at) };
}

function open(mention: Key, extent: Extent, stays: boolean, takesFocus: boolean): Hover {
  return { at: 'open', mention, extent, stays, takesFocus, isLeaving: false, next: null };
}

function pinned(state: CardState, mention: Key): CardState {
  const isHover = state.hover.at !== 'idle' && state.hover.mention === mention;
  const rest = without(state.pinned, mention);
  return {
    ...(isHover ? withHover(state, { at: 'idle' }) : state),
    pinned: [...rest, mention].slice(-MAX_PINNED),
  };
}

/** It stays: as it grows, it may step aside from under the pointer. */
function expanded(state: CardState, mention: Key): CardState {
  const { hover } = state;
  if (hover.at !== 'open' || hover.mention !== mention) return state;
  return withHover(state, { ...hover, extent: 'full', stays: true, isLeaving: false, next: null });
}

/** The card is that of the other mention from now on, in full, and stays until it is closed. */
function stepped(state: CardState, from: Key, to: Key): CardState {
  const { hover } = state;
  if (hover.at === 'open' && hover.mention === from) {
    const { takesFocus } = hover;
    return {
      ...withHover(state, { ...open(to, 'full', true, takesFocus) }),
      pinned: without(state.pinned, to),
    };
  }
  if (!state.pinned.includes(from)) return state;
  const others = hover.at !== 'idle' && hover.mention === to ? withHover(state, { at: 'idle' }) : state;
  const rest = from === to ? state.pinned : without(state.pinned, to);
  return { ...others, pinned: rest.map((key) => (key === from ? to : key)) };
}

function closed(state: CardState, mention: Key, at: number): CardState {
  if (state.hover.at === 'open' && state.hover.mention === mention)
    return { ...withHover(state, { at: 'idle' }), closedAt: at };
  return { ...state, pinned: without(state.pinned, mention) };
}

function gone(state: CardState, isAlive: (mention: Key) => boolean): CardState {
  const pinnedAlive = state.pinned.filter(isAlive);
  const updated = pinnedAlive.length === state.pinned.length ? state : { ...state, pinned: pinnedAlive };
  const { hover } = updated;
  if (hover.at !== 'idle' && !isAlive(hover.mention)) return withHover(updated, { at: 'idle' });
  const isNextGone = hover.at === 'open' && hover.next !== null && !isAlive(hover.next);
  return isNextGone ? { ...updated, hover: { ...hover, next: null } } : updated;
}

const withHover = (state: CardState, hover: Hover): CardState => ({
  ...state,
  hover,
  token: state.token + 1,
});
const without = (keys: readonly Key[], key: Key) => keys.filter((other) => other !== key);

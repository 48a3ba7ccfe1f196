import type { View } from '../../protocol/reading-port';
import type { Visit } from '../../ui/VisitWords';

/**
 * The panel's state for one tab.
 *
 *               open a card                     open another
 *   following ───────────────▶ exploring ───────────────────▶ exploring, a longer trail
 *     ▲   │                        │  ▲                                 │
 *     │   │ pause                  │  └─────────── back ────────────────┘
 *     │   ▼                        │
 *     │  paused                    │ back from the first card, or back to reading
 *     └───┴────────────────────────┘
 *
 * The panel shows changes of the page's viewport while it follows only, and not while the pointer is over it, so that
 * nothing moves under the pointer.
 */
export interface PanelState {
  /** The latest view of the page. */
  readonly latest: View | null;
  /** The view that the panel shows. */
  readonly shown: View | null;
  /** Ids of the cards visited, the open one last; empty where none is open. */
  readonly trail: readonly string[];
  readonly isPaused: boolean;
  /** The pointer is over the panel. */
  readonly isHeld: boolean;
  readonly visit: Visit | null;
}

export type PanelEvent =
  /** The page's view has changed; null once no frame is connected. */
  | { readonly type: 'viewed'; readonly view: View | null }
  /** Several where a link in a card that was not open yet was followed; the one to open last. */
  | { readonly type: 'opened'; readonly cards: readonly string[] }
  | { readonly type: 'wentBack' }
  /** `index` in the trail counts from 0. */
  | { readonly type: 'revisited'; readonly index: number }
  | { readonly type: 'paused' }
  | { readonly type: 'resumed' }
  | { readonly type: 'held'; readonly isHeld: boolean }
  | { readonly type: 'visited'; readonly card: string; readonly position: number; readonly count: number }
  | { readonly type: 'returned' };

export const INITIAL: PanelState = {
  latest: null,
  shown: null,
  trail: [],
  isPaused: false,
  isHeld: false,
  visit: null,
};

/** Whether the panel shows changes of the page's viewport. */
export function isFollowing({ trail, isPaused }: PanelState): boolean {
  return trail.length === 0 && !isPaused;
}

/** The state after an event. Pure. */
export function reduce(state: PanelState, event: PanelEvent): PanelState {
  // The page has gone, and with it the position to return to.
  if (event.type === 'viewed' && event.view === null)
    return { ...state, latest: null, shown: null, visit: null };
  const next = { ...state, ...change(state, event) };
  const isFirst = next.shown === null;
  return isFirst || (isFollowing(next) && !next.isHeld) ? { ...next, shown: next.latest } : next;
}

function change(state: PanelState, event: PanelEvent): Partial<PanelState> {
  switch (event.type) {
    case 'viewed':
      return { latest: event.view };
    case 'opened':
      return { trail: [...state.trail, ...event.cards] };
    case 'wentBack':
      return { trail: state.trail.slice(0, -1) };
    case 'revisited':
      return { trail: state.trail.slice(0, event.index + 1) };
    case 'paused':
      return { isPaused: true };
    case 'resumed':
      return { trail: [], isPaused: false, isHeld: false };
    case 'held':
      return { isHeld: event.isHeld };
    case 'visited': {
      const { card, position, count } = event;
      return { visit: { card, position, count, hasMoved: count > 0 || state.visit?.hasMoved === true } };
    }
    case 'returned':
      return { visit: null };
  }
}

import type { View } from '../../protocol/reading-port';
import type { Visit } from '../../ui/ReturnBar';

/**
 * Where the reader stands in the panel, for one tab.
 *
 *               open a card                     open another
 *   following ───────────────▶ exploring ───────────────────▶ exploring, a longer trail
 *     ▲   │                        │  ▲                                 │
 *     │   │ pause                  │  └─────────── back ────────────────┘
 *     │   ▼                        │
 *     │  paused                    │ back from the first card, or back to reading
 *     └───┴────────────────────────┘
 *
 * Only while following does the panel show what comes onto the screen; and even then it waits as long as the pointer is
 * over it, so that nothing moves under the reader's hand.
 */
export interface PanelState {
  /** What the page last said of its screen. */
  readonly latest: View | null;
  /** What the panel shows of it. */
  readonly shown: View | null;
  /** Ids of the cards visited, the open one last; empty where none is open. */
  readonly trail: readonly string[];
  readonly isPaused: boolean;
  /** The pointer is over the panel. */
  readonly isHeld: boolean;
  readonly visit: Visit | null;
}

export type PanelEvent =
  /** The page said what is on its screen; null where nobody speaks for it any more. */
  | { readonly type: 'viewed'; readonly view: View | null }
  | { readonly type: 'opened'; readonly card: string }
  | { readonly type: 'wentBack' }
  /** To one of the cards in the trail, counted from 0. */
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

/** Whether the panel shows what comes onto the screen. */
export function isFollowing({ trail, isPaused }: PanelState): boolean {
  return trail.length === 0 && !isPaused;
}

/** The state after an event. Pure. */
export function reduce(state: PanelState, event: PanelEvent): PanelState {
  // The page that was shown has gone, and the place to go back to with it.
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
      return { trail: [...state.trail, event.card] };
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

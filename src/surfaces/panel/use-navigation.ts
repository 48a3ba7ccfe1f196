import type { RefObject } from 'preact';
import type { Card } from '../../pack/card';
import type { PanelEvent, PanelState } from './panel-state';
import { type FocusTarget, useFocus } from './use-focus';
import { useGestures } from './use-gestures';

/** Ways from one card to another, each of which moves the focus too. */
export interface Navigation {
  /** The open card; undefined where none is. */
  readonly open: Card | undefined;
  readonly openCard: (id: string) => void;
  readonly goBack: () => void;
  /** Returns to a card of the trail, counted from 0. */
  readonly revisit: (index: number) => void;
  /** Closes the open card, and follows the reader again. */
  readonly resume: () => void;
}

/**
 * Opens and closes cards, for buttons and for the Escape key.
 * @param cards the pack's cards
 * @param main the panel's content, which takes the focus where no card does
 */
export function useNavigation(
  { trail }: PanelState,
  dispatch: (event: PanelEvent) => void,
  cards: readonly Card[],
  main: RefObject<HTMLElement | null>,
): Navigation {
  const focusNext = useFocus(main);
  const open = cards.find(({ id }) => id === trail.at(-1));
  const step = (target: FocusTarget, event: PanelEvent) => {
    focusNext(target);
    dispatch(event);
  };
  const goBack = () => {
    const closed = trail.at(-1) ?? '';
    step(trail.length > 1 ? { to: 'name' } : { to: 'row', card: closed }, { type: 'wentBack' });
  };
  useGestures(
    (isHeld) => dispatch({ type: 'held', isHeld }),
    () => {
      if (open) goBack();
      return open !== undefined;
    },
  );
  return {
    open,
    openCard(id) {
      if (cards.some((card) => card.id === id)) step({ to: 'name' }, { type: 'opened', card: id });
    },
    goBack,
    revisit: (index) => step({ to: 'name' }, { type: 'revisited', index }),
    resume: () => step({ to: 'main' }, { type: 'resumed' }),
  };
}

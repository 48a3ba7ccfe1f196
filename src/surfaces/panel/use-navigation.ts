import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { Card } from '../../pack/card';
import type { PanelEvent, PanelState } from './panel-state';
import { type FocusTarget, type Place, placeIn, useFocus } from './use-focus';
import { useGestures } from './use-gestures';

/** Ways from one card to another, each of which moves the focus too. */
export interface Navigation {
  /** The open card; undefined where none is. */
  readonly open: Card | undefined;
  /** @param from the card with the link that was followed, where it is not the open one */
  readonly openCard: (id: string, from?: string) => void;
  readonly goBack: () => void;
  /** Returns to a card of the trail, counted from 0. */
  readonly revisit: (index: number) => void;
  /** Closes the open card, and follows the reader again. */
  readonly resume: () => void;
}

/** Where the panel was, if that is not known: in another tab meanwhile. */
const UNKNOWN: Place = { top: 0, isInList: true };

/**
 * Opens and closes cards, for buttons and for the Escape key.
 * @param cards the pack's cards
 * @param main the panel's content, which takes the focus where no card does
 * @param lead id of the leading card
 */
export function useNavigation(
  { trail }: PanelState,
  dispatch: (event: PanelEvent) => void,
  cards: readonly Card[],
  main: RefObject<HTMLElement | null>,
  lead: string | undefined,
): Navigation {
  const open = cards.find(({ id }) => id === trail.at(-1));
  const focusNext = useFocus(main, open?.id ?? lead);
  /** Of each card of the trail, where it was opened. */
  const places = useRef<readonly Place[]>([]);
  const step = (target: FocusTarget, event: PanelEvent, openedAt: readonly Place[]) => {
    places.current = openedAt;
    focusNext(target);
    dispatch(event);
  };
  const goBack = () => {
    const place = places.current.at(trail.length - 1) ?? UNKNOWN;
    step({ to: 'opener', card: open?.id ?? '', place }, { type: 'wentBack' }, places.current.slice(0, -1));
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
    openCard(id, from) {
      if (!cards.some((card) => card.id === id)) return;
      const place = placeIn(main.current);
      const added = from === undefined ? [id] : [from, id];
      const openedAt = [
        ...trail.map((_, index) => places.current[index] ?? UNKNOWN),
        ...added.map(() => place),
      ];
      step({ to: 'name' }, { type: 'opened', cards: added }, openedAt);
    },
    goBack,
    revisit: (index) =>
      step({ to: 'name' }, { type: 'revisited', index }, places.current.slice(0, index + 1)),
    resume: () => step({ to: 'main' }, { type: 'resumed' }, []),
  };
}

import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { parentElementOf, query } from '../platform/dom';
import { followLayout } from './follow-layout';
import type { OverlayEvents, SceneCard } from './overlay';
import { createPlacer } from './place';
import { createSheetPlacer, followDrag } from './sheet';
import { TermLine } from './term-boxes';

/**
 * Keeps a card at its place beside its term, or a sheet at the window's edge, whatever moves on the page.
 * @param container of the card
 * @returns whether there is hardly enough height to read in
 */
export function usePlacement(
  container: RefObject<HTMLElement | null>,
  { key, range, point, extent, isPinned }: SceneCard,
  isSheet: boolean,
  events: OverlayEvents,
): boolean {
  // The page may change the text around the term: that makes another range of it, and no other place.
  const latest = useRef(range);
  latest.current = range;
  const anchor = useRef({ range: () => latest.current, line: new TermLine(point) }).current;
  const [isCramped, setCramped] = useState(false);
  const placer = useRef<(() => void) | undefined>(undefined);
  const around = parentElementOf(range.startContainer);
  const sheetExtent = isSheet ? extent : undefined;

  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    // A pinned card waits for its term to be scrolled back.
    const onLost = (isHidden: boolean) => {
      if (isHidden || !isPinned) events.onClose(key);
    };
    const placing = { onLost, onRoom: setCramped };
    // A peek opens when the pointer rests, and that must not scroll the page.
    const mayScroll = sheetExtent !== 'peek';
    placer.current = isSheet
      ? createSheetPlacer(element, anchor, mayScroll, placing)
      : createPlacer(element, anchor, isPinned, placing);
    return () => {
      placer.current = undefined;
      element.removeAttribute('style');
      delete element.dataset['dock'];
    };
  }, [container, anchor, isSheet, sheetExtent, isPinned, key, events]);
  useLayoutEffect(() => {
    const ending = new AbortController();
    followLayout(around, container.current, () => placer.current?.(), ending.signal);
    if (isSheet && container.current) followDrag(container.current, () => events.onClose(key), ending.signal);
    return () => ending.abort();
  }, [container, around, isSheet, key, events]);
  // At every render: the page may have changed.
  useLayoutEffect(() => placer.current?.());
  return isCramped;
}

/** Focuses a card's heading, once, if the card takes the focus: opened by key it does, by pointer it never does. */
export function useHeadingFocus(container: RefObject<HTMLElement | null>, takesFocus: boolean): void {
  useEffect(() => {
    const heading = takesFocus && container.current && query(container.current, 'h2');
    if (heading instanceof HTMLElement) heading.focus();
  }, [container, takesFocus]);
}

import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { parentElementOf, query } from '../platform/dom';
import { followLayout } from './follow-layout';
import type { OverlayEvents, SceneCard } from './overlay';
import { createPlacer, type Placer } from './place';
import { createSheetPlacer, followDrag } from './sheet';
import { type Anchor, TermLine } from './term-boxes';

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
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen once for each mention
  const line = useMemo(() => new TermLine(point), [key]);
  const [isCramped, setCramped] = useState(false);
  const placer = useRef<Partial<Placer> & (() => void)>(undefined);
  const around = parentElementOf(range.startContainer);
  const sheetExtent = isSheet ? extent : undefined;
  // The page may change the text around the term: that makes another range of it, and no other place.
  const latest = useRef({ key, range, line });
  const hasStepped = latest.current.key !== key;
  latest.current = { key, range, line };

  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    // A pinned card waits for its term to be scrolled back.
    const onLost = (isHidden: boolean) => {
      if (isHidden || !isPinned) events.onClose(latest.current.key);
    };
    const placing = { onLost, onRoom: setCramped };
    // A peek opens when the pointer rests, and that must not scroll the page.
    const mayScroll = sheetExtent !== 'peek';
    const anchor: Anchor = {
      range: () => latest.current.range,
      measure: () => latest.current.line.measure(latest.current.range),
    };
    placer.current = isSheet
      ? createSheetPlacer(element, anchor, mayScroll, placing)
      : createPlacer(element, anchor, isPinned, placing);
    return () => {
      placer.current = undefined;
      element.removeAttribute('style');
      delete element.dataset['dock'];
    };
  }, [container, isSheet, sheetExtent, isPinned, events]);
  useLayoutEffect(() => {
    if (hasStepped) placer.current?.keep?.();
  });
  useLayoutEffect(() => {
    const ending = new AbortController();
    followLayout(around, container.current, () => placer.current?.(), ending.signal);
    if (isSheet && container.current)
      followDrag(container.current, () => events.onClose(latest.current.key), ending.signal);
    return () => ending.abort();
  }, [container, around, isSheet, events]);
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

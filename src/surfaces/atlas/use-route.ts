import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { parseRoute, type Route } from './route';

/** The link that opened a card: the focus returns to it, and it keeps its position on the screen. */
interface Opener {
  readonly element: HTMLAnchorElement;
  /** Its distance from the top of the viewport when it was clicked, in CSS pixels. */
  readonly top: number;
}

/**
 * Follows the hash of the address, so that the browser's Back button closes a card.
 * @param headingId id of the open card's heading, which takes the focus when a card opens
 * @param mapId id of the relation map's section
 * @param isDrawn whether every section that a hash may name is in the document
 * @returns the route, and a function that closes the card
 */
export function useRoute(headingId: string, mapId: string, isDrawn: boolean) {
  const [route, setRoute] = useState<Route>(() => parseRoute(location.hash));
  const opener = useRef<Opener | null>(null);
  const previous = useRef<Route | null>(null);

  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    // A link in the page is where the reader was; a link in the bar leaves that position.
    const remember = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest('a') : null;
      if (link?.closest('main')) opener.current = { element: link, top: link.getBoundingClientRect().top };
      else if (link?.closest('nav')) opener.current = null;
    };
    window.addEventListener('hashchange', follow);
    document.addEventListener('click', remember, { capture: true });
    return () => {
      window.removeEventListener('hashchange', follow);
      document.removeEventListener('click', remember, { capture: true });
    };
  }, []);

  useLayoutEffect(() => {
    const last = previous.current;
    if (last === route || (route.view !== 'card' && !isDrawn)) return;
    previous.current = route;
    const focus = (id: string) => document.getElementById(id)?.focus({ preventScroll: true });
    if (route.view === 'card') {
      restorePosition(opener.current);
      focus(headingId);
    } else if (route.view === 'ties') {
      if (last?.view !== 'ties') document.getElementById(mapId)?.scrollIntoView();
      focus(`${mapId}-centre`);
    } else if (last?.view && opener.current?.element.isConnected && !isCurrent(opener.current.element)) {
      opener.current.element.focus();
    } else if (location.hash) {
      // The browser looked for the section before it was drawn.
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
    }
  }, [route, headingId, mapId, isDrawn]);

  const close = useCallback(() => {
    // An empty hash would scroll to the top.
    history.pushState(null, '', location.pathname + location.search);
    setRoute({});
  }, []);
  return { route, close };
}

/** Whether a link led to where the reader is now: then it is no place to return to. */
const isCurrent = ({ hash }: HTMLAnchorElement) => hash === location.hash;

/** Scrolls the opener back to its position: the open card narrows the page, which moves it. */
function restorePosition(opener: Opener | null): void {
  // In a narrow window the card replaces the page, and the opener has no box.
  if (opener?.element.getClientRects().length !== 1) return;
  const moved = opener.element.getBoundingClientRect().top - opener.top;
  window.scrollBy({ top: moved, behavior: 'instant' });
}

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Place, readPlace } from './place';

/** What opened a card: where the focus goes back to, and where on the screen it stood. */
interface Opener {
  readonly element: HTMLAnchorElement;
  readonly top: number;
}

/**
 * Follows the address: its hash says which card is open, so that Back leads back.
 * @param headingId id of the open card's heading, which takes the focus when a card opens
 * @param mapId id of the relation map's section
 * @param isDrawn whether all that an address may lead to is there
 * @returns the place, and how to close the card
 */
export function usePlace(headingId: string, mapId: string, isDrawn: boolean) {
  const [place, setPlace] = useState<Place>(() => readPlace(location.hash));
  const opener = useRef<Opener | null>(null);
  const before = useRef<Place | null>(null);

  useEffect(() => {
    const follow = () => setPlace(readPlace(location.hash));
    // What is pressed is where the reader was; a link of the bar leads away from there.
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
    const last = before.current;
    if (last === place || (place.view !== 'card' && !isDrawn)) return;
    before.current = place;
    const focus = (id: string) => document.getElementById(id)?.focus({ preventScroll: true });
    if (place.view === 'card') {
      keepInPlace(opener.current);
      focus(headingId);
    } else if (place.view === 'ties') {
      if (last?.view !== 'ties') document.getElementById(mapId)?.scrollIntoView();
      focus(`${mapId}-centre`);
    } else if (last?.view && opener.current?.element.isConnected) {
      opener.current.element.focus();
    } else if (location.hash) {
      // The browser looked for the section before it was drawn.
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
    }
  }, [place, headingId, mapId, isDrawn]);

  const close = useCallback(() => {
    // An empty hash would scroll to the top.
    history.pushState(null, '', location.pathname + location.search);
    setPlace({});
  }, []);
  return { place, close };
}

/** The card beside it narrows the page: what was pressed shall not run away. */
function keepInPlace(opener: Opener | null): void {
  // Where there is no room beside the card, the page makes way for it.
  if (opener?.element.getClientRects().length !== 1) return;
  const moved = opener.element.getBoundingClientRect().top - opener.top;
  window.scrollBy({ top: moved, behavior: 'instant' });
}

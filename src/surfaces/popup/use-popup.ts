import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardLine } from '../../pack/outline';
import type { Kind } from '../../pack/schema';
import type { Visit } from '../../ui/ReturnBar';
import { useKeys } from './keys';
import type { FullCards, PopupPorts } from './ports';

/** Id of the open card's heading. */
export const HEADING_ID = 'card-name';

const HEADING = `#${HEADING_ID}`;
const FIELD = '.search input';
const rowOf = (id: string) => `[data-card="${id}"]`;

/**
 * The popup's state, and the actions that change it. Renders nothing.
 * @param ports the popup's ports
 * @param cards all cards of the pack
 * @param reload requests a new report; called after a failure, whose cause the report shows
 * @param hasList whether cards are listed before the reader asks for all of them
 */
export function usePopup(
  ports: PopupPorts,
  cards: readonly CardLine[],
  reload: () => Promise<void>,
  hasList: boolean,
) {
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<Kind | null>(null);
  const [isBrowsing, setBrowsing] = useState(false);
  const focusNext = useFocusNext();
  const trail = useTrail(ports, cards, reload, focusNext);
  const { visit, ...visits } = useVisit(ports, reload);

  const searchAll = () => {
    focusNext(FIELD);
    setBrowsing(true);
  };
  const goBackOnPage = () => {
    focusNext(trail.opened ? HEADING : visit && rowOf(visit.card));
    visits.returnToReading();
  };
  const switchSite = (site: string, enabled: boolean) => {
    setQuery('');
    setKind(null);
    setBrowsing(false);
    trail.clear();
    visits.forget();
    ports.setSite(site, enabled).then(reload, reload);
  };
  const allow = (origins: readonly string[]) => ports.requestAccess(origins).finally(() => void reload());

  useKeys({
    stepBack() {
      if (trail.opened) trail.closeCard();
      else if (query) setQuery('');
      else if (kind !== null) setKind(null);
      else if (isBrowsing) setBrowsing(false);
      else return false;
      return true;
    },
    search() {
      if (!hasList && !isBrowsing) return false;
      trail.clear();
      if (trail.opened) focusNext(FIELD);
      else document.querySelector<HTMLElement>(FIELD)?.focus();
      return true;
    },
  });
  const { opened, openCard, closeCard } = trail;
  const { showMention } = visits;
  return {
    ...{ query, setQuery, kind, setKind, isBrowsing, searchAll, switchSite, allow },
    ...{ opened, openCard, closeCard, visit, showMention, goBackOnPage },
  };
}

type FocusNext = (selector: string | null) => void;

/** Sets the element, as a selector, that takes the focus after the next render. */
function useFocusNext(): FocusNext {
  const next = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (next.current) document.querySelector<HTMLElement>(next.current)?.focus();
    next.current = null;
  });
  return (selector) => {
    next.current = selector;
  };
}

/** The cards opened one from another; the last one is shown. */
function useTrail(
  ports: PopupPorts,
  cards: readonly CardLine[],
  reload: () => Promise<void>,
  focusNext: FocusNext,
) {
  const [whole, setWhole] = useState<FullCards>();
  const [trail, setTrail] = useState<readonly string[]>([]);
  const card = whole?.cards.find(({ id }) => id === trail.at(-1));
  return {
    opened: whole && card && { card, paragraphs: whole.paragraphs, CardPane: whole.CardPane },
    openCard(id: string) {
      if (!cards.some((each) => each.id === id)) return;
      ports.loadCards().then((loaded) => {
        focusNext(HEADING);
        setWhole(loaded);
        // A double click asks twice before the cards have loaded.
        setTrail((before) => (before.at(-1) === id ? before : [...before, id]));
      }, reload);
    },
    closeCard() {
      const closed = trail.at(-1);
      focusNext(trail.length > 1 ? HEADING : closed ? rowOf(closed) : null);
      setTrail(trail.slice(0, -1));
    },
    clear: () => setTrail([]),
  };
}

/** The mention that the page was last scrolled to, and the way back. */
function useVisit(ports: PopupPorts, reload: () => Promise<void>) {
  const [visit, setVisit] = useState<Visit | null>(null);
  return {
    visit,
    showMention(id: string, direction: 1 | -1) {
      ports.showMention(id, direction).then((shown) => {
        setVisit((before) => ({
          card: id,
          ...shown,
          hasMoved: shown.count > 0 || before?.hasMoved === true,
        }));
      }, reload);
    },
    returnToReading() {
      setVisit(null);
      ports.returnToReading().catch(reload);
    },
    forget: () => setVisit(null),
  };
}

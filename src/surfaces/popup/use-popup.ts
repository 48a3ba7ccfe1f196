import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardLine } from '../../pack/outline';
import type { Kind } from '../../pack/schema';
import type { Visit } from '../../ui/ReturnBar';
import { handleKey } from './keys';
import type { PopupPorts, WholeCards } from './ports';

/** The open card's name. */
export const HEADING_ID = 'card-name';

const HEADING = `#${HEADING_ID}`;
const FIELD = '.search input';
const rowOf = (id: string) => `[data-card="${id}"]`;

/**
 * Where the reader stands in the popup, and the steps from there. Draws nothing.
 * @param ports the world outside the popup
 * @param cards all cards of the pack
 * @param reload asks for a new report; it also finds out when nobody answers
 * @param filled whether there is a list without asking for all cards
 * @returns the popup's own state, and what buttons do
 */
export function usePopup(
  ports: PopupPorts,
  cards: readonly CardLine[],
  reload: () => Promise<void>,
  filled: boolean,
) {
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<Kind | null>(null);
  const [whole, setWhole] = useState<WholeCards>();
  const [browsing, setBrowsing] = useState(false);
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [visit, setVisit] = useState<Visit | null>(null);
  const open = whole?.cards.find(({ id }) => id === trail.at(-1));
  const opened = whole && open && { card: open, CardPane: whole.CardPane };

  // A selector: what takes the focus once it is drawn.
  const focusNext = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (focusNext.current) document.querySelector<HTMLElement>(focusNext.current)?.focus();
    focusNext.current = null;
  });

  const openCard = (id: string) => {
    if (!cards.some((card) => card.id === id)) return;
    ports.loadCards().then((loaded) => {
      focusNext.current = HEADING;
      setWhole(loaded);
      // A second click may come before the first one's card has.
      setTrail((before) => (before.at(-1) === id ? before : [...before, id]));
    }, reload);
  };
  const closeCard = () => {
    const closed = trail.at(-1);
    focusNext.current = trail.length > 1 ? HEADING : closed ? rowOf(closed) : null;
    setTrail(trail.slice(0, -1));
  };
  const searchAll = () => {
    focusNext.current = FIELD;
    setBrowsing(true);
  };
  const showMention = (id: string, direction: 1 | -1) => {
    ports.showMention(id, direction).then((shown) => {
      setVisit((before) => ({
        card: id,
        ...shown,
        hasMoved: shown.count > 0 || before?.hasMoved === true,
      }));
    }, reload);
  };
  const goBack = () => {
    focusNext.current = open ? HEADING : visit && rowOf(visit.card);
    setVisit(null);
    ports.returnToReading().catch(reload);
  };
  const switchSite = (site: string, enabled: boolean) => {
    setQuery('');
    setKind(null);
    setBrowsing(false);
    setTrail([]);
    setVisit(null);
    ports.setSite(site, enabled).then(reload, reload);
  };
  const allow = (origins: readonly string[]) => ports.requestAccess(origins).finally(() => void reload());

  // At once, so that of two quick keys the second finds what the first has done.
  useLayoutEffect(() => {
    const stepBack = () => {
      if (open) closeCard();
      else if (query) setQuery('');
      else if (kind !== null) setKind(null);
      else if (browsing) setBrowsing(false);
      else return false;
      return true;
    };
    const search = () => {
      if (!filled && !browsing) return false;
      setTrail([]);
      if (open) focusNext.current = FIELD;
      else document.querySelector<HTMLElement>(FIELD)?.focus();
      return true;
    };
    const onKeyDown = (event: KeyboardEvent) => handleKey(event, { stepBack, search });
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });

  return {
    query,
    kind,
    browsing,
    opened,
    visit,
    setQuery,
    setKind,
    openCard,
    closeCard,
    searchAll,
    showMention,
    goBack,
    switchSite,
    allow,
  };
}

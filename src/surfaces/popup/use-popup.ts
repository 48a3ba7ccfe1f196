import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardLine } from '../../pack/outline';
import type { CardSearch } from '../../ui/card-search';
import type { Visit } from '../../ui/VisitWords';
import { useKeys } from './keys';
import type { FullCards, PopupPorts } from './ports';

/** Id of the open card's heading. */
export const HEADING_ID = 'card-name';

const HEADING = `#${HEADING_ID}`;
const FIELD = '.search input';
/** The ids of rows are those of cards, or have words of ours before them. */
const rowOf = (row: string) => `[data-row="${row}"]`;

/**
 * The popup's state, and the actions that change it. Renders nothing.
 * @param ports the popup's ports
 * @param cards all cards of the pack
 * @param reload requests a new report; called after a failure, whose cause the report shows
 */
export function usePopup(ports: PopupPorts, cards: readonly CardLine[], reload: () => Promise<void>) {
  const [isBrowsing, setBrowsing] = useState(false);
  const [areCompaniesOpen, openCompanies] = useState(false);
  const [isCoverageOpen, openCoverage] = useState(false);
  const focusNext = useFocusNext();
  const { query, setQuery, search, prepareSearch } = useSearch(ports, reload);
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
  /** Starts anew with a page that is read, or left alone, from now on. */
  const startAnew = (change: Promise<void>) => {
    setQuery('');
    setBrowsing(false);
    trail.clear();
    visits.forget();
    change.then(reload, reload);
  };
  const switchSite = (site: string, enabled: boolean) => startAnew(ports.setSite(site, enabled));
  const setPaused = (isPaused: boolean) => startAnew(ports.setPaused(isPaused));
  const allow = (origins: readonly string[]) => ports.requestAccess(origins).finally(() => void reload());

  useKeys({
    stepBack() {
      if (trail.opened) trail.closeCard();
      else if (query) setQuery('');
      else if (isCoverageOpen) openCoverage(false);
      else if (isBrowsing) setBrowsing(false);
      else return false;
      return true;
    },
    search() {
      trail.clear();
      const field = document.querySelector<HTMLElement>(FIELD);
      if (trail.opened) focusNext(FIELD);
      else field?.focus();
      return trail.opened !== undefined || field !== null;
    },
  });
  const { opened, openCard, closeCard } = trail;
  const { showMention } = visits;
  return {
    ...{ query, setQuery, search, prepareSearch, isBrowsing, searchAll, switchSite, setPaused, allow },
    ...{ areCompaniesOpen, openCompanies, isCoverageOpen, openCoverage },
    ...{ opened, openCard, closeCard, visit, showMention, goBackOnPage },
  };
}

/** What `usePopup` returns. */
export type Popup = ReturnType<typeof usePopup>;

/** The query, and the search, which is loaded when the field is first used. */
function useSearch(ports: PopupPorts, reload: () => Promise<void>) {
  const [query, setQuery] = useState('');
  const [search, setSearch] = useState<CardSearch>();
  return {
    query,
    setQuery,
    search,
    prepareSearch() {
      if (!search) ports.loadSearch().then(setSearch, reload);
    },
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
  /** The row that the first card was opened from. */
  const opener = useRef<string | undefined>(undefined);
  const card = whole?.cards.find(({ id }) => id === trail.at(-1));
  return {
    opened: whole && card && { card, paragraphs: whole.paragraphs, CardPane: whole.CardPane },
    openCard(id: string) {
      if (!cards.some((each) => each.id === id)) return;
      if (trail.length === 0)
        opener.current = (document.activeElement as HTMLElement | null)?.dataset['row'] ?? id;
      ports.loadCards().then((loaded) => {
        focusNext(HEADING);
        setWhole(loaded);
        // A double click asks twice before the cards have loaded.
        setTrail((before) => (before.at(-1) === id ? before : [...before, id]));
      }, reload);
    },
    closeCard() {
      focusNext(trail.length > 1 ? HEADING : opener.current ? rowOf(opener.current) : null);
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

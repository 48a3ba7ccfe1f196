import { render } from 'preact';
import { CARD_KEY, type CreateCards } from '../page/card-script';
import { isConnected } from '../platform/content-runtime';
import {
  activeElementOf,
  bodyElement,
  boxOf,
  openShadowRootOf,
  page,
  query,
  rootElement,
} from '../platform/dom';
import cardCss from '../ui/card.css?inline';
import bodyCss from '../ui/card-body.css?inline';
import controlsCss from '../ui/controls.css?inline';
import correctingCss from '../ui/correcting.css?inline';
import numberCheckCss from '../ui/number-check.css?inline';
import tokensCss from '../ui/tokens.css?inline';
import { isInCorridor } from './boxes';
import { CardInput } from './card-input';
import sheetCss from './card-sheet.css?inline';
import { Cards } from './cards';
import { withoutHidden } from './cover';
import { Host } from './host';
import { openOrClose, takeKey } from './keys';
import { PlacedCard } from './PlacedCard';
import { termOf } from './place';
import { Ring } from './Ring';
import { Spoken } from './Spoken';
import type { CreateStage, Scene, StagedCard, StageEvents } from './stage';
import { Stops } from './tour/stops';
import { Tour } from './tour/tour';

const SHEETS = [tokensCss, cardCss, controlsCss, bodyCss, numberCheckCss, correctingCss, sheetCss];
/** What may come over the cards, or take their host away, and what a reader does when it has. */
const COVERING = ['toggle', 'close', 'fullscreenchange'];
const ACTING = ['pointermove', 'pointerdown', 'keydown', 'focusin'];
/** The page's nodes in which the host stands by turns, where the page does not leave it alone; then it stays away. */
const HOMES = [rootElement, bodyElement, rootElement] as const;

const createStage: CreateStage = (events, signal) => {
  let host: Host | undefined;
  let input: CardInput | undefined;
  let watching: AbortController | undefined;
  let scene: Scene | undefined;
  let tampered = 0;
  let drawn = '';
  let focusBefore: HTMLElement | undefined;
  /** The card that took the focus. */
  let focused: number | undefined;

  // A card that took the focus gives it back.
  const giveFocusBack = () => {
    if (!host || focused === undefined) return;
    const isInside = activeElementOf(host.root) !== null;
    host.setModal(false);
    if (isInside) focusBefore?.focus({ preventScroll: true });
    focusBefore = undefined;
    focused = undefined;
  };
  const anchor = () => (scene?.cards.at(-1)?.range ?? scene?.ring)?.startContainer;
  const remove = () => {
    if (!host) return;
    render(null, host.layer);
    watching?.abort();
    host.remove();
    host = undefined;
    drawn = '';
  };
  const clear = () => {
    giveFocusBack();
    remove();
  };
  signal.addEventListener('abort', clear);

  const isOutside = (event: Event) => !host || !event.composedPath().includes(host.element);
  const take = (event: Event) => {
    if (!host) return;
    if (isOutside(event)) {
      if (event.type === 'pointerdown') giveFocusBack();
      if (ACTING.includes(event.type)) host.keepOnTop(anchor());
      return;
    }
    const isOnCard = input?.take(event);
    if (event.type === 'pointerdown' && !isOnCard) giveFocusBack();
  };

  const create = () => {
    const home = HOMES[tampered];
    if (!home) return undefined;
    watching = new AbortController();
    const { signal: until } = watching;
    for (const type of COVERING)
      window.addEventListener(type, (event) => isOutside(event) && host?.keepOnTop(anchor()), {
        capture: true,
        signal: until,
      });
    const onTampered = () => {
      tampered++;
      remove();
      // The session that replaces this one after an update takes the host away, too.
      if (scene && isConnected()) show(scene);
    };
    const made = new Host(SHEETS, home, { onTampered, onClosed: events.onEscape });
    input = new CardInput(made.root);
    return made;
  };

  const show = (next: Scene) => {
    scene = next;
    if (signal.aborted || (next.cards.length === 0 && !next.ring && !next.said)) {
      clear();
      return;
    }
    host ??= create();
    if (!host) {
      events.onRefused();
      return;
    }
    host.dress(next.look);
    if (!next.cards.some(({ key }) => key === focused)) giveFocusBack();
    const taking = next.cards.find((card) => card.takesFocus);
    if (taking && taking.key !== focused) {
      focusBefore ??= focusedElement();
      focused = taking.key;
    }
    const keys = next.cards.map(({ key }) => key).join();
    host.place(anchor());
    render(<SceneView scene={next} events={events} />, host.layer);
    host.setModal(focused !== undefined);
    if (keys !== drawn) host.keepOnTop(anchor());
    drawn = keys;
  };

  return {
    show,
    holds(key, x, y) {
      const element = host && query(host.root, `[data-key="${key}"]`);
      const term = element && termOf(element);
      if (!term) return false;
      const card = boxOf(element);
      const isOnCard = x >= card.left && x <= card.right && y >= card.top && y <= card.bottom;
      return isOnCard || isInCorridor(term, card, x, y);
    },
    take,
    isTarget: (event) => !isOutside(event),
  };
};

/** The element that has the focus, through open shadow roots. */
function focusedElement(): HTMLElement | undefined {
  let element = activeElementOf(page);
  for (let inner = element; inner; ) {
    element = inner;
    const root: ShadowRoot | null = openShadowRootOf(inner);
    inner = root && activeElementOf(root);
  }
  return element instanceof HTMLElement ? element : undefined;
}

function SceneView({ scene: { cards, ring, reached, said }, events }: { scene: Scene; events: StageEvents }) {
  return (
    <>
      {ring && <Ring range={ring} />}
      <Spoken reached={reached} said={said} />
      {cards.map((staged: StagedCard) => (
        <PlacedCard key={staged.key} staged={staged} events={events} />
      ))}
    </>
  );
}

const createCards: CreateCards = (ports, signal) => {
  const stops = new Stops();
  const cards = new Cards(ports, stops, createStage, signal);
  const tour = new Tour(ports.mentions, cards, stops);
  return {
    get shown() {
      return { ...cards.shown, flashed: tour.flashed };
    },
    send(event) {
      const seen = withoutHidden(event, ports.mentions, cards.shown.open);
      if (seen) cards.send(seen);
    },
    takeKey: (event, isEditing) => takeKey(cards, event, isEditing),
    takeEvent: (event) => cards.takeEvent(event),
    holds: (x, y) => cards.holds(x, y),
    isTarget: (event) => cards.isTarget(event),
    refresh: () => cards.refresh(),
    open: () => ({ isDone: openOrClose(cards) }),
    step: (request) => tour.step(request),
    show: (request) => tour.show(request),
    goBack: () => tour.goBack(),
  };
};

(globalThis as { [CARD_KEY]?: CreateCards })[CARD_KEY] = createCards;

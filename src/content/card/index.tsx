import { render } from 'preact';
import { activeElementOf, boxOf, openShadowRootOf, page, query } from '../../platform/dom';
import cardCss from '../../ui/card.css?inline';
import bodyCss from '../../ui/card-body.css?inline';
import controlsCss from '../../ui/controls.css?inline';
import correctingCss from '../../ui/correcting.css?inline';
import tokensCss from '../../ui/tokens.css?inline';
import { COMPANION_KEY, type CreateCompanion } from '../companion';
import { Stops } from '../input/stops';
import { Tour } from '../input/tour';
import { isInCorridor } from './boxes';
import sheetCss from './card-sheet.css?inline';
import { Cards } from './cards';
import { createHost, type Host } from './host';
import { takeKey } from './keys';
import { PlacedCard } from './PlacedCard';
import { termOf } from './place';
import { Ring } from './Ring';
import { Spoken } from './Spoken';
import type { CreateStage, Scene, StagedCard, StageEvents } from './stage';

const createStage: CreateStage = (events, signal) => {
  let host: Host | undefined;
  let focusBefore: HTMLElement | undefined;
  /** The card that took the focus. */
  let focused: number | undefined;

  // A card that took the focus gives it back.
  const giveFocusBack = () => {
    if (host && activeElementOf(host.root)) focusBefore?.focus();
    focusBefore = undefined;
    focused = undefined;
  };
  const clear = () => {
    if (!host) return;
    giveFocusBack();
    render(null, host.root);
    host.remove();
    host = undefined;
  };
  signal.addEventListener('abort', clear);

  return {
    show(next) {
      if (signal.aborted || (next.cards.length === 0 && !next.ring && !next.said)) {
        clear();
        return;
      }
      host ??= createHost([tokensCss, cardCss, controlsCss, bodyCss, correctingCss, sheetCss]);
      host.dress(next.look);
      if (!next.cards.some(({ key }) => key === focused)) giveFocusBack();
      const taking = next.cards.find((card) => card.takesFocus);
      if (taking && taking.key !== focused) {
        focused = taking.key;
        focusBefore = focusedElement();
      }
      host.raise((next.cards.at(-1)?.range ?? next.ring)?.startContainer);
      render(<SceneView scene={next} events={events} />, host.root);
    },
    holds(key, x, y) {
      const element = host && query(host.root, `[data-key="${key}"]`);
      const term = element && termOf(element);
      if (!term) return false;
      const card = boxOf(element);
      const isOnCard = x >= card.left && x <= card.right && y >= card.top && y <= card.bottom;
      return isOnCard || isInCorridor(term, card, x, y);
    },
    isTarget: (event) => host !== undefined && event.composedPath().includes(host.element),
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
    <div class="layer">
      {ring && <Ring range={ring} />}
      <Spoken reached={reached} said={said} />
      {cards.map((staged: StagedCard) => (
        <PlacedCard key={staged.key} staged={staged} events={events} />
      ))}
    </div>
  );
}

const createCompanion: CreateCompanion = (ports, signal) => {
  const stops = new Stops();
  const cards = new Cards(ports, stops, createStage, signal);
  const tour = new Tour(ports.mentions, cards, stops);
  // The reader goes on by hand: the keyboard's ring has done its work.
  window.addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && cards.ring && !cards.isTarget(event)) void cards.setRing(undefined);
    },
    { capture: true, passive: true, signal },
  );
  return {
    get shown() {
      return { ...cards.shown, flashed: tour.flashed };
    },
    send: (event) => cards.send(event),
    takeKey: (event, isEditing) => takeKey(cards, event, isEditing),
    holds: (x, y) => cards.holds(x, y),
    isTarget: (event) => cards.isTarget(event),
    refresh: () => cards.refresh(),
    step: (request) => tour.step(request),
    show: (request) => tour.show(request),
    goBack: () => tour.goBack(),
  };
};

(globalThis as { [COMPANION_KEY]?: CreateCompanion })[COMPANION_KEY] = createCompanion;

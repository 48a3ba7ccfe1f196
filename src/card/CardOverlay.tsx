import { render } from 'preact';
import { isConnected } from '../platform/content-runtime';
import {
  activeElementOf,
  bodyElement,
  boxOf,
  openShadowRootOf,
  page,
  query,
  queryAll,
  rootElement,
} from '../platform/dom';
import cardCss from '../ui/card.css?inline';
import bodyCss from '../ui/card-body.css?inline';
import endCss from '../ui/card-end.css?inline';
import menuCss from '../ui/card-menu.css?inline';
import citationCss from '../ui/citation.css?inline';
import controlsCss from '../ui/controls.css?inline';
import correctingCss from '../ui/correcting.css?inline';
import numberCheckCss from '../ui/number-check.css?inline';
import stanceCss from '../ui/stance.css?inline';
import tokensCss from '../ui/tokens.css?inline';
import { type Box, isInCorridor } from './boxes';
import { CardInput } from './card-input';
import sheetCss from './card-sheet.css?inline';
import { Host } from './host';
import { LiveRegion } from './LiveRegion';
import type { Overlay, OverlayEvents, Scene } from './overlay';
import { PlacedCard } from './PlacedCard';
import { termBoxOf } from './place';
import { Ring } from './Ring';
import { ToastView } from './ToastView';
import toastCss from './toast.css?inline';

const CARD_SHEETS = [cardCss, controlsCss, bodyCss, citationCss, endCss, menuCss, numberCheckCss, stanceCss];
const SHEETS = [tokensCss, ...CARD_SHEETS, correctingCss, sheetCss, toastCss];
/** Events after which something may cover the cards, and events of a reader who may want to reach them. */
const COVERING = ['toggle', 'close', 'fullscreenchange'];
const ACTING = ['pointermove', 'pointerdown', 'keydown', 'focusin'];
/** Parents that the host tries in turn when the page moves it or takes it away; after the last, no card is shown. */
const PARENTS = [rootElement, bodyElement, rootElement] as const;

/** Draws cards and ring over the page, in a host that is in the page only while it has something to show. */
export class CardOverlay implements Overlay {
  readonly #events: OverlayEvents;
  readonly #signal: AbortSignal;
  #host: Host | undefined;
  #input: CardInput | undefined;
  #watching: AbortController | undefined;
  #scene: Scene | undefined;
  /** How often the page has tampered with the host. */
  #tampered = 0;
  /** Keys of the cards that were drawn last. */
  #drawn = '';
  #focusBefore: HTMLElement | undefined;
  /** The slot of the card that took the focus. */
  #focused: number | undefined;

  /** @param signal removes all of it */
  constructor(events: OverlayEvents, signal: AbortSignal) {
    this.#events = events;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#clear());
  }

  show(scene: Scene): void {
    this.#scene = scene;
    if (
      this.#signal.aborted ||
      (scene.cards.length === 0 && !scene.ring && !scene.announcement && !scene.toast)
    ) {
      this.#clear();
      return;
    }
    this.#host ??= this.#createHost();
    const host = this.#host;
    if (!host) {
      this.#events.onRefused();
      return;
    }
    host.applyTheme(scene.appearance);
    if (!scene.cards.some(({ slot }) => slot === this.#focused)) this.#returnFocus();
    const taking = scene.cards.find((card) => card.takesFocus);
    if (taking && taking.slot !== this.#focused) {
      this.#focusBefore ??= focusedElement();
      this.#focused = taking.slot;
    }
    const keys = scene.cards.map(({ key }) => key).join();
    host.place(this.#anchor());
    render(<SceneView scene={scene} events={this.#events} />, host.layer);
    host.setModal(this.#focused !== undefined);
    if (keys !== this.#drawn) host.keepOnTop(this.#anchor());
    this.#drawn = keys;
  }

  containsPoint(key: number, x: number, y: number): boolean {
    const element = this.#host && query(this.#host.root, `[data-key="${key}"]`);
    const term = element && termBoxOf(element);
    if (!term) return false;
    const card = boxOf(element);
    const isOnCard = x >= card.left && x <= card.right && y >= card.top && y <= card.bottom;
    return isOnCard || isInCorridor(term, card, x, y);
  }

  boxOf(key: number): Box | undefined {
    const element = this.#host && query(this.#host.root, `[data-key="${key}"]`);
    return element ? boxOf(element) : undefined;
  }

  withoutModal<T>(act: () => T): T {
    const host = this.#host;
    if (!host || this.#focused === undefined) return act();
    const focused = activeElementOf(host.root);
    host.setModal(false);
    try {
      return act();
    } finally {
      host.setModal(true);
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    }
  }

  handleEvent(event: Event): void {
    if (!this.#host) return;
    if (!this.isTarget(event)) {
      if (event.type === 'pointerdown') this.#returnFocus();
      if (ACTING.includes(event.type)) this.#host.keepOnTop(this.#anchor());
      return;
    }
    const isOnCard = this.#input?.handle(event);
    if (event.type === 'pointerdown' && !isOnCard) this.#returnFocus();
  }

  handleEscape(event: KeyboardEvent): boolean {
    const cards = this.#host ? queryAll(this.#host.root, '[data-key] > article') : [];
    const top = cards.at(-1);
    return top !== undefined && this.#input?.sendKey(event, top) === true;
  }

  isTarget(event: Event): boolean {
    return this.#host !== undefined && event.composedPath().includes(this.#host.element);
  }

  #createHost(): Host | undefined {
    const parent = PARENTS[this.#tampered];
    if (!parent) return undefined;
    this.#watching = new AbortController();
    const { signal } = this.#watching;
    for (const type of COVERING)
      window.addEventListener(
        type,
        (event) => this.isTarget(event) || this.#host?.keepOnTop(this.#anchor()),
        {
          capture: true,
          signal,
        },
      );
    const onTampered = () => {
      this.#tampered++;
      this.#remove();
      // The session that replaces this one after an update removes the host, too.
      if (this.#scene && isConnected()) this.show(this.#scene);
    };
    const host = new Host(SHEETS, parent, { onTampered, onClosed: this.#events.onEscape });
    this.#input = new CardInput(host.root);
    return host;
  }

  /** The node in the page beside which the topmost card, or the ring, is drawn. */
  #anchor(): Node | undefined {
    const scene = this.#scene;
    return (scene?.cards.at(-1)?.range ?? scene?.ring)?.startContainer;
  }

  /** Gives the focus back to the element from which a card took it. */
  #returnFocus(): void {
    if (!this.#host || this.#focused === undefined) return;
    const isInside = activeElementOf(this.#host.root) !== null;
    this.#host.setModal(false);
    if (isInside) this.#focusBefore?.focus({ preventScroll: true });
    this.#focusBefore = undefined;
    this.#focused = undefined;
  }

  #clear(): void {
    this.#returnFocus();
    this.#remove();
  }

  #remove(): void {
    if (!this.#host) return;
    render(null, this.#host.layer);
    this.#watching?.abort();
    this.#host.remove();
    this.#host = undefined;
    this.#drawn = '';
  }
}

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

function SceneView({ scene, events }: { scene: Scene; events: OverlayEvents }) {
  const { cards, ring, reached, announcement, toast } = scene;
  return (
    <>
      {ring && <Ring range={ring} />}
      <LiveRegion reached={reached} announcement={announcement} />
      {toast && <ToastView key={toast.words} toast={toast} events={events} />}
      {cards.map((card) => (
        <PlacedCard key={card.slot} card={card} events={events} />
      ))}
    </>
  );
}

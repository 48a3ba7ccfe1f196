import { schemeOf } from '../core/settings';
import { claimHost, HOST } from '../page/own-host';
import {
  activeElementOf,
  attributeOf,
  createHtmlElement,
  focus,
  isAttached,
  matches,
  parentOf,
  queryAll,
  scrollTopOf,
} from '../platform/dom';
import hostCss from './host.css?inline';
import type { Appearance } from './overlay';
import { privateName, withoutPageFonts, withPrivateNames } from './private-properties';
import { deepestAt, hasClosingPopover, isHitAt, lastModal, MODAL, middleOf, modalAround } from './top-layer';

/** The browsers' default font size. */
const USUAL_TEXT_PX = 16;
/** How often within RAISING_MS the host is raised over what the page has put on top; then the page prevails. */
const MAX_RAISES = 5;
const RAISING_MS = 10_000;
/** The host's attributes that are repaired; others, which some scripts add to all new elements, do no harm. */
const ATTRIBUTES = { popover: 'manual', inert: null, 'aria-hidden': null, [HOST]: '' };
const MAX_REPAIRS = 5;

/** A host's callbacks. */
interface HostHandlers {
  /** The page has moved, closed or changed it. */
  onTampered(): void;
  /** The browser has closed the modal layer, as it does on Escape. */
  onClosed(): void;
}

/**
 * The element that cards are drawn in: in the top layer, transparent to the pointer, with a closed shadow root. It is in
 * the page only while there is something to draw.
 */
export class Host {
  readonly root: ShadowRoot;
  readonly element = createHtmlElement('div');
  /** The element in the root that everything is drawn in. */
  readonly layer = createHtmlElement('dialog') as HTMLDialogElement;
  readonly #home: () => Element | null;
  readonly #themeSheet = new CSSStyleSheet();
  readonly #watch: MutationObserver;
  #parent: Element | undefined;
  #isModal = false;
  #themeText = '';
  #display = '';
  #repairs = 0;
  #appearance: Appearance | undefined;
  #textPx = USUAL_TEXT_PX;
  /** When it was raised, in milliseconds. */
  #raises: number[] = [];

  /**
   * Creates a host; `place` adds it to the page.
   * @param sheets texts of the cards' style sheets
   * @param home its parent while nothing in the page is modal
   */
  constructor(sheets: readonly string[], home: () => Element | null, handlers: HostHandlers) {
    this.#home = home;
    claimHost(this.element);
    this.element.popover = 'manual';
    this.root = this.element.attachShadow({ mode: 'closed' });
    const texts = [hostCss, ...sheets.map((text) => withPrivateNames(withoutPageFonts(text)))];
    this.root.adoptedStyleSheets = [...texts.map(sheetOf), this.#themeSheet];
    this.layer.className = 'layer';
    // One click outside frees the page where nothing of ours runs any more (Firefox, extension gone).
    this.layer.setAttribute('closedby', 'any');
    this.root.append(this.layer);
    const { onTampered } = handlers;
    this.#watch = new MutationObserver(() => {
      if (parentOf(this.element) !== this.#parent || !this.#repair()) onTampered();
    });
    this.layer.addEventListener('close', () => {
      if (this.#isModal && !this.layer.open) handlers.onClosed();
    });
    this.element.addEventListener('toggle', () => {
      if (this.#isClosed()) onTampered();
    });
  }

  /** Puts the host where it is not inert: into the modal element around a node, or the last one; else home. */
  place(anchor: Node | undefined): void {
    if (this.#isClosed()) return;
    const around = modalAround(anchor);
    const isInUse = this.#isShown() && (!around || around === this.#parent);
    const parent = isInUse ? this.#parent : (around ?? lastModal() ?? this.#home());
    if (!parent) return;
    if (!isInUse) this.#show(parent);
    this.#updateThemeSheet();
  }

  /** Raises the host over what the page has put above its cards, a few times. */
  keepOnTop(anchor: Node | undefined): void {
    if (!this.#parent || this.#isClosed()) return;
    const cards = queryAll(this.root, '[data-key]').map(middleOf);
    const isOnTop = this.#isShown() && cards.every((point) => !point || isHitAt(this.element, point));
    if (isOnTop) return;
    const now = performance.now();
    this.#raises = this.#raises.filter((at) => now - at < RAISING_MS);
    if (this.#raises.push(now) > MAX_RAISES) return;
    const point = cards.find((each) => each);
    const parent =
      modalAround(point && deepestAt(point.x, point.y)) ?? modalAround(anchor) ?? lastModal() ?? this.#home();
    if (parent) this.#show(parent);
    this.#updateThemeSheet();
  }

  /** Makes the layer modal, so that all else is inert, or ends that; not if it would close the page's popovers (HTML, 4.11.4). */
  setModal(isModal: boolean): void {
    if (isModal === this.#isModal || (isModal && hasClosingPopover())) return;
    this.#isModal = isModal;
    if (isModal) showModal(this.layer);
    else this.layer.close();
  }

  /** Sets theme and size of text for all that is drawn. */
  applyTheme(look: Appearance): void {
    this.#appearance = look;
    this.#updateThemeSheet();
  }

  remove(): void {
    this.#watch.disconnect();
    this.setModal(false);
    this.element.remove();
  }

  /**
   * Repairs attributes by which the page has hidden cards, a few times.
   * @returns false after too many repairs
   */
  #repair(): boolean {
    for (const [name, value] of Object.entries(ATTRIBUTES)) {
      if (attributeOf(this.element, name) === value) continue;
      if (++this.#repairs > MAX_REPAIRS) return false;
      if (value === null) this.element.removeAttribute(name);
      else this.element.setAttribute(name, value);
    }
    return true;
  }

  /** Whether the page has closed its popover: an event will follow. */
  #isClosed(): boolean {
    return isAttached(this.element) && !matches(this.element, ':popover-open');
  }

  /** Whether it is where it was put, and can be seen there. */
  #isShown(): boolean {
    const parent = this.#parent;
    if (!parent || parentOf(this.element) !== parent || !matches(this.element, ':popover-open')) return false;
    return parent === this.#home() || matches(parent, MODAL);
  }

  /** Puts the host into a parent, on top of all that the page shows; keeps focus and scroll positions. */
  #show(parent: Element): void {
    const { element, layer, root } = this;
    const focused = activeElementOf(root);
    const scrolled = queryAll(root, '*').map((each) => [each, scrollTopOf(each)] as const);
    this.#watch.disconnect();
    if (layer.open) layer.close();
    if (parentOf(element) !== parent) parent.append(element);
    else if (matches(element, ':popover-open')) element.hidePopover();
    if (!matches(element, ':popover-open')) element.showPopover();
    // A sheet of author origin, as Chromium's is, cannot show it; and there the script lives on to take it away.
    if (getComputedStyle(element).display === 'none') this.#display = 'display: block !important;';
    this.#updateThemeSheet();
    if (this.#isModal) showModal(layer);
    this.#parent = parent;
    this.#watch.observe(parent, { childList: true });
    this.#watch.observe(element, { attributeFilter: Object.keys(ATTRIBUTES) });
    for (const [each, top] of scrolled) if (top > 0) each.scrollTop = top;
    if (focused instanceof HTMLElement) focus(focused, { preventScroll: true });
    this.#textPx = Number.parseFloat(getComputedStyle(element).fontSize) || USUAL_TEXT_PX;
  }

  #updateThemeSheet(): void {
    if (!this.#appearance) return;
    const { theme, textPercent } = this.#appearance;
    const unit = `${(this.#textPx / USUAL_TEXT_PX) * (textPercent / 100)}px`;
    // Positions are computed in pixels of the window: a zoom on the page's root must not scale them.
    const zoom = 1 / (this.#parent?.currentCSSZoom ?? 1);
    const text = `:host { ${this.#display} color-scheme: ${schemeOf(theme)} !important; zoom: ${zoom} !important; ${privateName('--u')}: ${unit} !important }`;
    if (text === this.#themeText) return;
    this.#themeText = text;
    this.#themeSheet.replaceSync(text);
  }
}

function showModal(layer: HTMLDialogElement): void {
  // Only while it opens: without it a pinned card would be focused first, and left on it would be the page's autofocus.
  layer.autofocus = true;
  layer.showModal();
  layer.autofocus = false;
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

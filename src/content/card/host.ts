import { schemeOf } from '../../core/settings';
import { createHtmlElement, matches, page, parentOf, queryAll, rootElement } from '../../platform/dom';
import { claimHost } from '../leftovers';
import type { Look } from './stage';

/**
 * Where cards are drawn: an element in the top layer that lets the pointer through, with a closed shadow root. It is
 * in the page only while there is something to draw.
 */
export interface Host {
  readonly root: ShadowRoot;
  readonly element: HTMLElement;
  /**
   * Puts the host on top: into the modal dialog around a node, or the topmost one, since all else is inert under it.
   */
  raise(anchor: Node | undefined): void;
  /** Sets theme and size of text for all that is drawn. */
  dress(look: Look): void;
  remove(): void;
}

// Inline and important: no rule of the page can hide, move or restyle the host.
const HOST_STYLE: Readonly<Record<string, string>> = {
  // The extension's own sheet shows it, as long as there is an extension (`alive.css`).
  display: 'none',
  position: 'fixed',
  inset: '0',
  width: 'auto',
  height: 'auto',
  'max-width': 'none',
  'max-height': 'none',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'none',
  overflow: 'visible',
  opacity: '1',
  visibility: 'visible',
  transform: 'none',
  translate: 'none',
  scale: 'none',
  rotate: 'none',
  filter: 'none',
  'clip-path': 'none',
  animation: 'none',
  transition: 'none',
  contain: 'none',
  'pointer-events': 'none',
  // The reader's own size of text, which the card's unit comes from.
  font: 'medium serif',
  'z-index': '2147483647',
};

/** What browsers set text in, unless the reader asks for another size. */
const USUAL_TEXT_PX = 16;

const OWN_EVENTS =
  'keydown keyup keypress click dblclick mousedown mouseup pointerdown pointerup touchstart touchend'.split(
    ' ',
  );

/** Makes a host; it joins the page when it is raised. */
export function createHost(sheets: readonly string[]): Host {
  const element = createHtmlElement('div');
  claimHost(element);
  element.popover = 'manual';
  for (const [property, value] of Object.entries(HOST_STYLE))
    element.style.setProperty(property, value, 'important');
  const root = element.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = sheets.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  // Scripts can dispatch events of their own on what they find; only the reader's hand counts.
  for (const type of ['click', 'keydown', 'pointerdown'])
    root.addEventListener(type, refuseUntrusted, { capture: true });
  // The page's shortcuts and its 'click outside' must not act on what is meant for the card.
  for (const type of OWN_EVENTS) element.addEventListener(type, (event) => event.stopPropagation());
  let textPx = USUAL_TEXT_PX;
  let textScale = 1;
  const setUnit = () =>
    element.style.setProperty('--u', `${(textPx / USUAL_TEXT_PX) * textScale}px`, 'important');
  return {
    root,
    element,
    raise(anchor) {
      const parent = modalAround(anchor) ?? topModal() ?? rootElement();
      if (!parent) return;
      // Places are computed in pixels of the window: a zoom on the page's root must not scale them.
      element.style.setProperty('zoom', String(1 / (parent.currentCSSZoom ?? 1)), 'important');
      const isTopmost = parentOf(element) === parent && matches(element, ':popover-open');
      if (isTopmost) return;
      if (parentOf(element) !== parent) parent.append(element);
      if (!matches(element, ':popover-open')) element.showPopover();
      // A sheet of author origin, as Chromium's is, cannot show it; and there the script lives on to take it away.
      if (getComputedStyle(element).display === 'none')
        element.style.setProperty('display', 'block', 'important');
      textPx = Number.parseFloat(getComputedStyle(element).fontSize) || USUAL_TEXT_PX;
      setUnit();
    },
    dress({ theme, textPercent }) {
      element.style.setProperty('color-scheme', schemeOf(theme), 'important');
      textScale = textPercent / 100;
      setUnit();
    },
    remove() {
      element.remove();
    },
  };
}

function refuseUntrusted(event: Event): void {
  if (!event.isTrusted) event.stopImmediatePropagation();
}

function modalAround(anchor: Node | undefined): Element | undefined {
  let node: Node | null | undefined = anchor;
  while (node) {
    if (node instanceof Element && matches(node, 'dialog:modal')) return node;
    node = node instanceof ShadowRoot ? node.host : parentOf(node);
  }
  return undefined;
}

function topModal(): Element | undefined {
  return queryAll(page, 'dialog:modal').at(-1);
}

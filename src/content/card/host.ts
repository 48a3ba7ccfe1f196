/**
 * Where cards are drawn: an element in the top layer that lets the pointer through, with a closed shadow root. It is
 * in the page only while there is something to draw.
 */
export interface Host {
  readonly root: ShadowRoot;
  readonly element: HTMLElement;
  /** Puts the host on top: into the topmost modal dialog where one is open, since all else is inert under it. */
  raise(): void;
  remove(): void;
}

// Inline and important: no rule of the page can hide, move or restyle the host.
const HOST_STYLE: Readonly<Record<string, string>> = {
  display: 'block',
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
  zoom: '1',
  filter: 'none',
  'clip-path': 'none',
  animation: 'none',
  transition: 'none',
  contain: 'none',
  'pointer-events': 'none',
  'z-index': '2147483647',
  'color-scheme': 'light dark',
};

/** Makes a host; it joins the page when it is raised. */
export function createHost(sheets: readonly string[]): Host {
  const element = document.createElement('div');
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
  // The page's shortcuts must not act on keys that are meant for the card.
  for (const type of ['keydown', 'keyup', 'keypress'])
    element.addEventListener(type, (event) => event.stopPropagation());
  return {
    root,
    element,
    raise() {
      const parent = topModal() ?? document.documentElement;
      const isTopmost = element.parentNode === parent && element.matches(':popover-open');
      if (isTopmost) return;
      if (element.parentNode !== parent) parent.append(element);
      if (!element.matches(':popover-open')) element.showPopover();
    },
    remove() {
      element.remove();
    },
  };
}

function refuseUntrusted(event: Event): void {
  if (!event.isTrusted) event.stopImmediatePropagation();
}

function topModal(): Element | undefined {
  return [...document.querySelectorAll('dialog:modal')].at(-1);
}

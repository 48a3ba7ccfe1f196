import { activeElementOf, contains, elementsAt, localNameOf, parentOf } from '../platform/dom';

/** Events that cards handle. */
const COPIED = ['click', 'pointerdown', 'pointermove', 'pointerup', 'pointercancel'];
/** Pixels in a line, where a wheel counts lines. */
const LINE_PX = 16;

/**
 * Routes the reader's events to the cards past the page. An event is stopped before the page sees it, and its default
 * action is kept; events that cards handle are dispatched to them as copies that do not leave their root.
 */
export class CardInput {
  readonly #root: ShadowRoot;
  readonly #copies = new WeakSet<Event>();
  /** The element on which the pointer was pressed last. */
  #pressed: Element | undefined;

  /** @param root the cards' own, closed to the page */
  constructor(root: ShadowRoot) {
    this.#root = root;
    // Scripts can dispatch events on elements that they find: only trusted events, and copies of them, count.
    const refuse = (event: Event) => {
      if (!event.isTrusted && !this.#copies.has(event)) event.stopImmediatePropagation();
    };
    for (const type of [...COPIED, 'keydown']) root.addEventListener(type, refuse, { capture: true });
  }

  /**
   * Handles an event whose target is the cards' host.
   * @returns whether it hit something in their layer
   */
  handle(event: Event): boolean {
    event.stopImmediatePropagation();
    if (event instanceof KeyboardEvent && event.type === 'keydown' && event.key !== 'Escape') {
      const focused = activeElementOf(this.#root);
      if (focused && this.sendKey(event, focused)) event.preventDefault();
    }
    if (event instanceof WheelEvent && event.defaultPrevented) this.#scroll(event);
    if (!(event instanceof MouseEvent)) return true;
    const target = this.#targetOf(event);
    if (event.type === 'pointerdown') this.#pressed = target;
    const isIdle = event.type === 'pointermove' && event.buttons === 0;
    if (target && COPIED.includes(event.type) && !isIdle) {
      const copy = copyOf(event);
      this.#copies.add(copy);
      // What the browser does by itself after a click, it does after the true one.
      if (event.type === 'click') copy.preventDefault();
      target.dispatchEvent(copy);
    }
    return target !== undefined;
  }

  /**
   * Dispatches a copy of a key to an element of the cards.
   * @returns whether it was used there
   */
  sendKey({ key, code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent, target: Element): boolean {
    // Not a `KeyboardEvent`: in Firefox that leaves the root, whatever `composed` says.
    const copy = new Event('keydown', { bubbles: true, cancelable: true });
    Object.assign(copy, { key, code, altKey, ctrlKey, metaKey, shiftKey });
    this.#copies.add(copy);
    return !target.dispatchEvent(copy);
  }

  /** The target of an event inside the root: outside, events are retargeted to the host. */
  #targetOf(event: MouseEvent): Element | undefined {
    const pressed = this.#pressed;
    const isPointers = event instanceof PointerEvent;
    for (let each: Node | null = pressed ?? null; each instanceof Element; each = parentOf(each))
      if (isPointers && each.hasPointerCapture(event.pointerId)) return each;
    const focused = activeElementOf(this.#root);
    // A click by key.
    if (event.type === 'click' && event.detail === 0 && focused) return focused;
    const [hit] = elementsAt(this.#root, event.clientX, event.clientY);
    const found = hit && contains(this.#root, hit) && localNameOf(hit) !== 'dialog' ? hit : undefined;
    if (event.type !== 'click' || !found) return found;
    // Pressed on one element, released on another: the click's target is their common ancestor (UI Events).
    let around: Node | null = pressed ?? found;
    while (around && !contains(around, found)) around = parentOf(around);
    return around instanceof Element ? around : undefined;
  }

  // The page's listener ran first, and has cancelled the default action.
  #scroll({ clientX, clientY, deltaX, deltaY, deltaMode }: WheelEvent): void {
    const unit = deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
    for (const each of elementsAt(this.#root, clientX, clientY))
      if (contains(this.#root, each))
        each.scrollBy({ left: deltaX * unit, top: deltaY * unit, behavior: 'instant' });
  }
}

function copyOf(event: MouseEvent): MouseEvent {
  const { type, detail, clientX, clientY, button, buttons, altKey, ctrlKey, metaKey, shiftKey } = event;
  const init = { detail, clientX, clientY, button, buttons, altKey, ctrlKey, metaKey, shiftKey };
  const common = { ...init, bubbles: true, cancelable: true };
  if (!(event instanceof PointerEvent)) return new MouseEvent(type, common);
  const { pointerId, pointerType, isPrimary } = event;
  return new PointerEvent(type, { ...common, pointerId, pointerType, isPrimary });
}

import { shadowRootOf } from '../platform/content-runtime';
import { attributeOf, boxOf, elementsAt, matches, page, parentOf, queryAll, rootOf } from '../platform/dom';

/**
 * Elements that make all outside them inert: modal dialogs and full-screen elements (HTML, 4.16.3), but for those that can
 * have no children.
 */
export const MODAL = ':modal:not(video, audio, iframe, object, embed, img, canvas, svg)';

/** The modal element around a node, through shadow roots. */
export function modalAround(anchor: Node | undefined): Element | undefined {
  let node: Node | null | undefined = anchor;
  while (node) {
    if (node instanceof Element && matches(node, MODAL)) return node;
    node = node instanceof ShadowRoot ? node.host : parentOf(node);
  }
  return undefined;
}

/** The last modal element of the page in document order. */
export function lastModal(): Element | undefined {
  return queryAll(page, MODAL).at(-1);
}

/** Whether the page shows a popover that a modal dialog would close. */
export function hasClosingPopover(): boolean {
  return queryAll(page, ':popover-open').some((element) => attributeOf(element, 'popover') !== 'manual');
}

/** The element hit at a point of the viewport, in shadow roots too. A modal dialog's backdrop is the dialog. */
export function deepestAt(x: number, y: number): Element | undefined {
  let [found] = elementsAt(page, x, y);
  for (let inner = found; inner; ) {
    found = inner;
    const root = shadowRootOf(inner);
    const [next] = root ? elementsAt(root, x, y) : [];
    inner = next === found ? undefined : next;
  }
  return found;
}

/** Whether the host is hit at a point of the viewport. */
export function isHitAt(host: Element, { x, y }: { x: number; y: number }): boolean {
  return elementsAt(rootOf(host) as Document | ShadowRoot, x, y)[0] === host;
}

/** The middle of the part of an element that is in the window; undefined if there is none. */
export function middleOf(element: Element): { x: number; y: number } | undefined {
  const { left, right, top, bottom } = boxOf(element);
  const between = (start: number, end: number, size: number) =>
    [Math.max(0, start), Math.min(size, end)] as const;
  const [x0, x1] = between(left, right, innerWidth);
  const [y0, y1] = between(top, bottom, innerHeight);
  return x0 < x1 && y0 < y1 ? { x: (x0 + x1) / 2, y: (y0 + y1) / 2 } : undefined;
}

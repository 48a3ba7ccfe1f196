import { elementsAt, page, rootOf } from '../platform/dom';

/**
 * The elements at a point, the topmost first, with those in shadow roots before their hosts.
 * @param rootIn the shadow root of an element that is to be looked into
 */
export function stackAt(
  x: number,
  y: number,
  rootIn: (host: Element) => ShadowRoot | null | undefined,
  root: Document | ShadowRoot = page,
): Element[] {
  return elementsAt(root, x, y).flatMap((element) => {
    // A shadow root returns elements of the trees around it, too.
    if (root !== page && rootOf(element) !== root) return [];
    const inner = rootIn(element);
    return inner ? [...stackAt(x, y, rootIn, inner), element] : [element];
  });
}

import { shadowRootOf } from '../platform/content-runtime';
import {
  assignedSlotOf,
  assignedSlotOfText,
  attributeOf,
  nodeTypeOf,
  parentOf,
  query,
} from '../platform/dom';

/**
 * The parent of a node in the flat tree (CSS Scoping, 3.4): for a slotted node its slot, for a child of a shadow root the
 * host.
 * @returns null at the document, and for detached nodes
 */
export function flatParentOf(node: Node): Element | null {
  const parent = parentOf(node);
  // By type: the node may be another frame's, of other classes.
  const type = parent && nodeTypeOf(parent);
  if (type === Node.DOCUMENT_FRAGMENT_NODE) return (parent as ShadowRoot).host ?? null;
  return type === Node.ELEMENT_NODE ? (slotOf(node, parent as Element) ?? (parent as Element)) : null;
}

function slotOf(node: Node, parent: Element): Element | null {
  const isElement = nodeTypeOf(node) === Node.ELEMENT_NODE;
  const slot = isElement ? assignedSlotOf(node as Element) : assignedSlotOfText(node as Text);
  if (slot) return slot;
  // A closed root does not tell.
  const root = shadowRootOf(parent);
  if (!root) return null;
  const name = (isElement && attributeOf(node as Element, 'slot')) || '';
  return query(root, name === '' ? 'slot:not([name]), slot[name=""]' : `slot[name="${CSS.escape(name)}"]`);
}

/** Whether a node is laid out inside an element, or is that element. */
export function isLaidOutIn(node: Node, element: Element): boolean {
  let at: Node | null = node;
  while (at && at !== element) at = flatParentOf(at);
  return at === element;
}

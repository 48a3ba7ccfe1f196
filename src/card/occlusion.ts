import { containsPoint } from '../page/box';
import type { CardEvent } from '../page/card-script';
import { flatParentOf } from '../page/flat-tree';
import { ignoresPointer } from '../page/ignores-pointer';
import { liveRange, rectsOf } from '../page/live-range';
import type { MentionList } from '../page/mention';
import { isOwnHost } from '../page/own-host';
import { stackAt } from '../page/stack';
import { shadowRootOf } from '../platform/content-runtime';
import {
  boxesOf,
  childNodesOf,
  closest,
  comparePosition,
  localNameOf,
  matches,
  nodeTypeOf,
  page,
  query,
} from '../platform/dom';

/** The least alpha with which a paint hides what is under it. */
const MIN_HIDING_ALPHA = 0.5;
const REPLACED = new Set('img video canvas iframe embed object'.split(' '));
const IN_TOP_LAYER = ':modal, :popover-open, :fullscreen';
/** Colours as in computed style. */
const COLOURS = /(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^()]*\)|transparent/g;

/**
 * Removes the mention from a pointer event if something covers its text at the point.
 * @param open the key of the mention whose card is open: a click elsewhere closes it
 * @returns undefined if nothing is left of the event
 */
export function withoutOccluded(
  event: CardEvent,
  mentions: MentionList,
  open: number | undefined,
): CardEvent | undefined {
  if (!('point' in event) || !event.point || event.mention === null) return event;
  const { x, y } = event.point;
  const mention = mentions.byKey(event.mention);
  if (!mention || visibleAt(mention.range, x, y) === 'text') return event;
  if (event.type === 'moved') return { ...event, mention: null };
  return open === undefined ? undefined : { type: 'closed', mention: open, at: performance.now() };
}

/** What is seen of a text at a point: the text, an element that covers it, or nothing, if it is clipped. */
type VisibleAt = 'text' | 'nothing' | Element;

/**
 * Tells whether a range's text is seen at a point.
 * @param x and `y` in viewport pixels, in one of the range's boxes
 */
export function visibleAt(range: AbstractRange, x: number, y: number): VisibleAt {
  const stack = stackAt(x, y, shadowRootOf);
  const around = new Set(elementsAround(range.startContainer));
  const parents = [boxed(range.startContainer), boxed(range.endContainer)];
  const place = stack.findIndex((element) => parents.includes(element));
  const isHit = place !== -1;
  if (!isHit && !parents.some((parent) => parent && isUnreachableByPointer(parent))) return 'nothing';
  const live = liveRange(range);
  for (const element of isHit ? stack.slice(0, place) : stack) {
    if (isOwnHost(element)) continue;
    const isAround = around.has(element);
    // The boxes around the text are behind it; what they paint over it is painted by a pseudo-element.
    if (isAround && !isHit) continue;
    if (!isAround && live?.intersectsNode(element)) continue;
    if (!isHit && !isPaintedOver(element, around)) continue;
    if (hides(element, x, y, around)) return element;
  }
  return 'text';
}

/** The elements that a node is laid out in, the innermost first. */
function elementsAround(node: Node): Element[] {
  const around = [];
  for (let at = flatParentOf(node); at; at = flatParentOf(at)) around.push(at);
  return around;
}

/** The innermost element around a text that has a box. */
function boxed(text: Node): Element | undefined {
  return elementsAround(text).find((element) => getComputedStyle(element).display !== 'contents');
}

/** Whether no hit test finds an element, by its style or because it is inert. */
function isUnreachableByPointer(element: Element): boolean {
  return (
    ignoresPointer(element) ||
    elementsAround(element).some((each) => matches(each, '[inert]')) ||
    (query(page, ':modal') !== null && !closest(element, ':modal'))
  );
}

/** Whether an element hides what lies under it at a point where it was hit. */
function hides(element: Element, x: number, y: number, around: ReadonlySet<Element>): boolean {
  let opacity = 1;
  for (let at: Element | null = element; at && !around.has(at); at = flatParentOf(at))
    opacity *= Number(getComputedStyle(at).opacity);
  if (opacity < MIN_HIDING_ALPHA) return false;
  const isInBox = !around.has(element) && boxesOf(element).length > 0 && isInBoxes(element, x, y);
  if (isInBox) {
    if (REPLACED.has(localNameOf(element)) || isPaint(getComputedStyle(element))) return true;
    // Of a drawing, only what is drawn is hit.
    if (element instanceof SVGElement && localNameOf(element) !== 'svg') return true;
  } else {
    const names = ['::before', '::after', ...(matches(element, IN_TOP_LAYER) ? ['::backdrop'] : [])];
    if (names.some((name) => isPaint(getComputedStyle(element, name)))) return true;
  }
  return !around.has(element) && hasTextAt(element, x, y);
}

const isInBoxes = (element: Element, x: number, y: number) =>
  [...boxesOf(element)].some((box) => containsPoint(box, x, y));

/** Whether a box of this style is painted so that nothing under it is to be seen. */
function isPaint({
  content,
  backgroundColor,
  backgroundImage,
  backdropFilter,
}: CSSStyleDeclaration): boolean {
  if (content === 'none') return false;
  if (alphaOf(backgroundColor) >= MIN_HIDING_ALPHA || /blur/.test(backdropFilter)) return true;
  if (backgroundImage === 'none' || backgroundImage === '') return false;
  const isPicture = !/^[^u]*gradient/.test(backgroundImage);
  return (
    isPicture || (backgroundImage.match(COLOURS) ?? []).every((colour) => alphaOf(colour) >= MIN_HIDING_ALPHA)
  );
}

/**
 * How opaque a colour is.
 * @param colour as in computed style
 * @returns from 0 to 1
 */
export function alphaOf(colour: string): number {
  if (colour === 'transparent' || colour === '') return 0;
  const [, alpha] = /^rgba\(.*,\s*([\d.e-]+)\)$|\/\s*([\d.e-]+%?)\)$/.exec(colour)?.filter(Boolean) ?? [];
  if (alpha === undefined) return 1;
  return Number.parseFloat(alpha) / (alpha.endsWith('%') ? 100 : 1);
}

function hasTextAt(element: Element, x: number, y: number): boolean {
  return [...childNodesOf(element)].some((node) => {
    if (nodeTypeOf(node) !== Node.TEXT_NODE || !/\S/.test((node as Text).data)) return false;
    const end = (node as Text).length;
    const range = new StaticRange({
      startContainer: node,
      startOffset: 0,
      endContainer: node,
      endOffset: end,
    });
    return rectsOf(range).some((rect) => containsPoint(rect, x, y));
  });
}

/**
 * Whether an element is painted over a text that no hit test finds, by stacking order, then document order (CSS 2,
 * appendix E), as far as computed style tells.
 * @param around the elements that the text is laid out in
 */
function isPaintedOver(element: Element, around: ReadonlySet<Element>): boolean {
  const own: Element[] = [];
  let common: Element | null = element;
  for (; common && !around.has(common); common = flatParentOf(common)) own.unshift(common);
  const text = [...around];
  const inner = text.slice(0, common ? text.indexOf(common) : undefined).reverse();
  const difference = layerOf(own) - layerOf(inner);
  if (difference !== 0) return difference > 0;
  const [first, other] = [own[0], inner[0]];
  // In the text's own parent, siblings before or after it are under the text if they are backgrounds.
  if (!first || !other) return false;
  return (comparePosition(other, first) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The stacking level of the outermost of these elements that has one. @param path from the outermost in */
function layerOf(path: readonly Element[]): number {
  let layer = -0.5;
  for (const element of path) {
    const { position, zIndex, opacity, transform, filter } = getComputedStyle(element);
    if (matches(element, IN_TOP_LAYER)) return Number.POSITIVE_INFINITY;
    if (zIndex !== 'auto') return Number(zIndex);
    if (opacity !== '1' || transform !== 'none' || filter !== 'none') return 0;
    if (position !== 'static') layer = 0;
  }
  return layer;
}

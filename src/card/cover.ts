import { isAt } from '../page/box';
import type { CardEvent } from '../page/card-script';
import { flatParentOf } from '../page/flat-tree';
import { liveRange, rectsOf } from '../page/live-range';
import type { MentionList } from '../page/mention';
import { isOwnHost } from '../page/own-host';
import { isPassedThrough } from '../page/passed-through';
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

/** From this alpha on, a paint hides what is under it. */
const HIDING = 0.5;
const REPLACED = new Set('img video canvas iframe embed object'.split(' '));
const IN_TOP_LAYER = ':modal, :popover-open, :fullscreen';
/** Colours as they stand in computed style. */
const COLOURS = /(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^()]*\)|transparent/g;

/**
 * Leaves out of an event of the pointer a mention whose text the pointer cannot be meant for, since something hides it.
 * @param open the mention whose card is open: a click elsewhere closes it
 * @returns undefined where nothing is left of the event
 */
export function withoutHidden(
  event: CardEvent,
  mentions: MentionList,
  open: number | undefined,
): CardEvent | undefined {
  if (!('point' in event) || !event.point || event.mention === null) return event;
  const { x, y } = event.point;
  const mention = mentions.byKey(event.mention);
  if (!mention || lookAt(mention.range, x, y) === 'text') return event;
  if (event.type === 'moved') return { ...event, mention: null };
  return open === undefined ? undefined : { type: 'closed', mention: open, at: performance.now() };
}

/** What a reader sees of a text at a point: the text; an element that hides it; or neither, where it is cut away. */
type Sight = 'text' | 'nothing' | Element;

/**
 * Looks whether a range's text can be seen at a point.
 * @param x and `y` in viewport pixels, in one of the range's boxes
 */
export function lookAt(range: AbstractRange, x: number, y: number): Sight {
  const stack = stackAt(x, y, shadowRootOf);
  const around = new Set(elementsAround(range.startContainer));
  const parents = [boxed(range.startContainer), boxed(range.endContainer)];
  const place = stack.findIndex((element) => parents.includes(element));
  const isHit = place !== -1;
  if (!isHit && !parents.some((parent) => parent && takesNoPointer(parent))) return 'nothing';
  const live = liveRange(range);
  for (const element of isHit ? stack.slice(0, place) : stack) {
    if (isOwnHost(element)) continue;
    const isAround = around.has(element);
    // Behind the text lies what it stands in; what of that comes before it is painted by a pseudo-element.
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

/** Whether the pointer goes through an element, by its style or since the page is inert. */
function takesNoPointer(element: Element): boolean {
  return (
    isPassedThrough(element) ||
    elementsAround(element).some((each) => matches(each, '[inert]')) ||
    (query(page, ':modal') !== null && !closest(element, ':modal'))
  );
}

/** Whether an element hides what lies under it at a point where it was hit. */
function hides(element: Element, x: number, y: number, around: ReadonlySet<Element>): boolean {
  let opacity = 1;
  for (let at: Element | null = element; at && !around.has(at); at = flatParentOf(at))
    opacity *= Number(getComputedStyle(at).opacity);
  if (opacity < HIDING) return false;
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
  [...boxesOf(element)].some((box) => isAt(box, x, y));

/** Whether a box of this style is painted so that nothing under it is to be seen. */
function isPaint({
  content,
  backgroundColor,
  backgroundImage,
  backdropFilter,
}: CSSStyleDeclaration): boolean {
  if (content === 'none') return false;
  if (alphaOf(backgroundColor) >= HIDING || /blur/.test(backdropFilter)) return true;
  if (backgroundImage === 'none' || backgroundImage === '') return false;
  const isPicture = !/^[^u]*gradient/.test(backgroundImage);
  return isPicture || (backgroundImage.match(COLOURS) ?? []).every((colour) => alphaOf(colour) >= HIDING);
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
    return rectsOf(range).some((rect) => isAt(rect, x, y));
  });
}

/**
 * Whether an element is painted over a text that no hit test finds: by the order of layers, and then of the document
 * (CSS 2, appendix E), as far as it can be told from outside.
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
  // What stands in the text's own parent comes before it or after; either lies under the text if it is a background.
  if (!first || !other) return false;
  return (comparePosition(other, first) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The layer that the first of these elements to have one stands in, from the outermost in. */
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

import { type Box, heightOf, intersection, widthOf } from '../../page/box';
import { flatParentOf } from '../../page/flat-tree';
import {
  bodyOf,
  boxOf,
  clientHeightOf,
  clientLeftOf,
  clientTopOf,
  clientWidthOf,
  matches,
  offsetHeightOf,
  offsetWidthOf,
  ownerDocumentOf,
  page,
  rootElementOf,
  scrollerOf,
  scrollHeightOf,
  scrollLeftOf,
  scrollTopOf,
  scrollWidthOf,
  windowOf,
} from '../../platform/dom';
import { boxOfClip, boxOfClipPath } from './clip-shape';

/** How far a reader can still scroll along an axis, back (negative) and on, in pixels of the viewport. */
type ScrollRange = readonly [least: number, most: number];

/** Something that clips its content: a box with overflow, a clip path, the window. */
export interface Clip {
  /** The visible part, in pixels of its frame's viewport; infinite along an axis that is not clipped. */
  readonly box: Box;
  /** Left out if the reader cannot scroll it. */
  readonly scroll?: {
    readonly element: Element;
    readonly x: ScrollRange;
    readonly y: ScrollRange;
    /** Pixels of the viewport in one of the element's own. */
    readonly scale: number;
    readonly snaps: boolean;
  };
  /** The origin of the frame's viewport in the viewport around it. */
  readonly origin?: { readonly x: number; readonly y: number };
  readonly above: Clip | undefined;
}

const ENDLESS: Box = {
  left: Number.NEGATIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
};

/** Boxes to which `overflow` does not apply. */
const WITHOUT_OVERFLOW = /^(inline|contents|ruby.*|table-(row|column|header|footer).*)$/;
const IN_TOP_LAYER = ':modal, :popover-open, :fullscreen';

/** The clips around the elements of a frame, each computed once: for one pass, while nothing moves. */
export class Clips {
  readonly #document: Document;
  readonly #around = new Map<Element, Clip | undefined>();
  /** Scrolled content is clipped by the one, fixed content by the other. */
  #page: Clip | undefined;
  #window: Clip | undefined;

  /** @param document of the script's frame, or of one around it that is of the same origin */
  constructor(document: Document = page) {
    this.#document = document;
  }

  /** The innermost clip of an element's content. */
  in(element: Element): Clip | undefined {
    const path: { element: Element; style: CSSStyleDeclaration }[] = [];
    let clip: Clip | undefined;
    for (let at: Element | undefined = element; at && !clip; ) {
      if (this.#around.has(at)) {
        clip = this.#around.get(at);
        break;
      }
      const style = getComputedStyle(at);
      path.push({ element: at, style });
      const parent = boxAround(at, style);
      if (!parent) clip = style.position === 'fixed' ? this.#ofWindow() : this.#ofPage();
      at = parent;
    }
    for (const { element, style } of path.reverse()) {
      clip = clipOf(element, style, clip);
      this.#around.set(element, clip);
    }
    return clip;
  }

  /** Whether an element's content is fixed while the page is scrolled. */
  isFixed(element: Element): boolean {
    for (let clip = this.in(element); clip; clip = clip.above) if (clip === this.#window) return true;
    return false;
  }

  #ofPage(): Clip {
    this.#page ??= { ...this.#ofWindow(), ...pageScrolling(this.#document) };
    return this.#page;
  }

  #ofWindow(): Clip {
    this.#window ??= windowClip(windowOf(this.#document) ?? window);
    return this.#window;
  }
}

/** The containing element that clips a box; undefined if that is the page or the window. */
function boxAround(element: Element, { position }: CSSStyleDeclaration): Element | undefined {
  const isFixed = position === 'fixed';
  const isOutOfFlow = isFixed || position === 'absolute';
  if (isOutOfFlow && matches(element, IN_TOP_LAYER)) return undefined;
  let parent = flatParentOf(element);
  while (isOutOfFlow && parent && !holdsOutOfFlow(parent, isFixed)) parent = flatParentOf(parent);
  return parent ?? undefined;
}

/** The clip of a frame's window. What is around a cross-origin frame cannot be read. */
function windowClip(view: Window): Clip {
  const box = { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight };
  const frame = view.frameElement;
  const document = frame && ownerDocumentOf(frame);
  if (!document) return { box, above: undefined };
  const { left, top } = boxOf(frame);
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  const origin = {
    x: left + clientLeftOf(frame) + Number.parseFloat(paddingLeft),
    y: top + clientTopOf(frame) + Number.parseFloat(paddingTop),
  };
  return { box, origin, above: new Clips(document).in(frame) };
}

/** Whether an element is what absolutely (or fixed) positioned boxes in it are laid out in. */
function holdsOutOfFlow(element: Element, isFixed: boolean): boolean {
  const style = getComputedStyle(element);
  if (style.display === 'contents') return false;
  if (!isFixed && style.position !== 'static') return true;
  const isMoved = [style.transform, style.translate, style.scale, style.rotate, style.perspective];
  const isFiltered = [style.filter, style.backdropFilter];
  return (
    [...isMoved, ...isFiltered].some((value) => value && value !== 'none') ||
    /paint|layout|strict|content/.test(style.contain) ||
    style.contentVisibility === 'auto' ||
    /transform|translate|scale|rotate|perspective|filter|contain/.test(style.willChange)
  );
}

/** The clip of an element's content; the clip above it if it clips nothing. */
function clipOf(element: Element, style: CSSStyleDeclaration, above: Clip | undefined): Clip | undefined {
  if (style.display === 'contents') return above;
  let clip = above;
  const isOut = style.position === 'absolute' || style.position === 'fixed';
  if (style.clipPath !== 'none' || (isOut && style.clip !== 'auto')) {
    const whole = boxOf(element);
    const box = boxOfClipPath(style.clipPath, whole);
    clip = { box: isOut ? intersection(box, boxOfClip(style.clip, whole)) : box, above };
    if (style.clipPath !== 'none' && box === (whole as Box) && !isOut) clip = above;
  }
  if (isOfPage(element) || WITHOUT_OVERFLOW.test(style.display)) return clip;
  const isPainted = /paint|strict|content/.test(style.contain) || style.contentVisibility === 'auto';
  const cutsX = isPainted || style.overflowX !== 'visible';
  const cutsY = isPainted || style.overflowY !== 'visible';
  if (!cutsX && !cutsY) return clip;
  const { port, scale } = scrollportOf(element, style);
  const isScroller = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
  const x = isScroller(style.overflowX) ? scrollRangeOf(element, style, 'x', scale) : NO_SCROLL;
  const y = isScroller(style.overflowY) ? scrollRangeOf(element, style, 'y', scale) : NO_SCROLL;
  const scroll = { element, x, y, scale, snaps: style.scrollSnapType !== 'none' };
  return {
    box: {
      left: cutsX ? port.left : ENDLESS.left,
      right: cutsX ? port.right : ENDLESS.right,
      top: cutsY ? port.top : ENDLESS.top,
      bottom: cutsY ? port.bottom : ENDLESS.bottom,
    },
    ...((x !== NO_SCROLL || y !== NO_SCROLL) && { scroll }),
    above: clip,
  };
}

const NO_SCROLL: ScrollRange = [0, 0];

/** The scrollport of a box, without an ellipsis that replaces text. */
function scrollportOf(element: Element, style: CSSStyleDeclaration): { port: Box; scale: number } {
  const outer = boxOf(element);
  const isHtml = element instanceof HTMLElement;
  const scaleX = (isHtml && outer.width / offsetWidthOf(element)) || 1;
  const scaleY = (isHtml && outer.height / offsetHeightOf(element)) || 1;
  const width = clientWidthOf(element);
  const height = clientHeightOf(element);
  const left = outer.left + clientLeftOf(element) * scaleX;
  const top = outer.top + clientTopOf(element) * scaleY;
  const isShortened =
    (style.textOverflow.includes('ellipsis') && scrollWidthOf(element) > width) ||
    (/\d/.test(style.webkitLineClamp) && scrollHeightOf(element) > height);
  const ellipsis = isShortened ? Number.parseFloat(style.fontSize) * scaleX : 0;
  const isLeftwards = style.direction === 'rtl';
  const port = {
    left: left + (isLeftwards ? ellipsis : 0),
    top,
    right: left + width * scaleX - (isLeftwards ? 0 : ellipsis),
    bottom: top + height * scaleY,
  };
  return { port, scale: scaleY };
}

/** How far an element can be scrolled from where it is. For content that starts at the right or bottom, 0 is there. */
function scrollRangeOf(
  element: Element,
  style: CSSStyleDeclaration,
  axis: 'x' | 'y',
  scale = 1,
): ScrollRange {
  const at = axis === 'x' ? scrollLeftOf(element) : scrollTopOf(element);
  const length =
    axis === 'x'
      ? scrollWidthOf(element) - clientWidthOf(element)
      : scrollHeightOf(element) - clientHeightOf(element);
  const [least, most] = at < 0 || (at === 0 && isReversed(style, axis)) ? [-length, 0] : [0, length];
  return [Math.min(0, least - at) * scale, Math.max(0, most - at) * scale];
}

/** Whether a scroller's content overflows to the left, or upwards. */
function isReversed(style: CSSStyleDeclaration, axis: 'x' | 'y'): boolean {
  const { writingMode, direction, display, flexDirection, flexWrap } = style;
  const isVertical = !writingMode.startsWith('horizontal');
  const isInline = isVertical === (axis === 'y');
  const isBack = isInline
    ? (direction === 'rtl') !== (writingMode === 'sideways-lr')
    : writingMode.endsWith('-rl');
  if (!display.includes('flex')) return isBack;
  const isMain = flexDirection.startsWith('row') === isInline;
  return isBack !== (isMain ? flexDirection.endsWith('reverse') : flexWrap === 'wrap-reverse');
}

/** The element whose `overflow` is the window's (CSS Overflow, 3.3). */
function overflowOfPage(document: Document): Element | null {
  const root = rootElementOf(document);
  return root && getComputedStyle(root).overflowX === 'visible' ? (bodyOf(document) ?? root) : root;
}

function isOfPage(element: Element): boolean {
  const document = ownerDocumentOf(element);
  if (!document || (element !== rootElementOf(document) && element !== bodyOf(document))) return false;
  return element === rootElementOf(document) || element === overflowOfPage(document);
}

function pageScrolling(document: Document): Pick<Clip, 'scroll'> {
  const root = rootElementOf(document);
  const element = scrollerOf(document) ?? root;
  const overflow = overflowOfPage(document);
  if (!root || !element || !overflow) return {};
  const { overflowX, overflowY } = getComputedStyle(overflow);
  const isLocked = (value: string) => value === 'hidden' || value === 'clip';
  const style = getComputedStyle(root);
  return {
    scroll: {
      element,
      x: isLocked(overflowX) ? NO_SCROLL : scrollRangeOf(element, style, 'x'),
      y: isLocked(overflowY) ? NO_SCROLL : scrollRangeOf(element, style, 'y'),
      scale: 1,
      snaps: style.scrollSnapType !== 'none',
    },
  };
}

/** The visible part of a box in the frame, in pixels of the viewport. */
export function visiblePartOf(box: Box, clip: Clip | undefined): Box {
  let seen = box;
  for (let at = clip; at && widthOf(seen) > 0 && heightOf(seen) > 0; at = at.above) {
    seen = intersection(seen, at.box);
    if (at.origin) break;
  }
  return seen;
}

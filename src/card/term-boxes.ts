import type { Point } from '../page/card-script';
import { liveRange } from '../page/live-range';
import {
  assignedSlotOf,
  bodyElement,
  boxOf,
  createRange,
  createWalker,
  isAttached,
  matches,
  parentElementOf,
  parentOf,
  rangeBoxesOf,
  rootElement,
} from '../platform/dom';
import type { Side } from './beside';
import { type Box, intersection, isLevel, lineBoxes, overlap } from './boxes';

/** What a card on the page is placed beside. */
export interface Anchor {
  /** The mention; the page may change the text around it, and then it is another range. */
  range(): StaticRange;
  /** @returns undefined if nothing of the mention is rendered */
  measure(): TermPlace | undefined;
}

/** Where a term is now, in viewport pixels. */
export interface TermPlace {
  /** The box of the line that the card belongs to. */
  readonly box: Box;
  /** All of them, a box a line. */
  readonly boxes: readonly Box[];
  /** `box`, as thick as the line around it. */
  readonly line: Box;
  /** The sides of `box` without text of its line, the one where the text continues first. */
  readonly sides: readonly [Side, Side];
  /** Some of `box` is on the screen. */
  readonly isVisible: boolean;
}

/** How far a line may extend beyond a term's box and still be kept free, in pixels. */
const MAX_OVERHANG_PX = 16;
/** Characters to either side that are measured for the line's thickness. */
const NEIGHBOURHOOD_CHARACTERS = 200;

/** The visual viewport: less than the window if the reader has zoomed by pinching. */
export function windowBox(): Box {
  const { offsetLeft, offsetTop, width, height } = window.visualViewport ?? {
    offsetLeft: 0,
    offsetTop: 0,
    width: innerWidth,
    height: innerHeight,
  };
  return { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height };
}

/** Whether a range is still over text of the page. */
export const isAlive = (range: AbstractRange): boolean =>
  isAttached(range.startContainer) && liveRange(range)?.collapsed === false;

/**
 * The line of a term that its card belongs to: the one under the pointer, or the first that is visible. It is chosen once,
 * and again when the number of lines changes.
 */
export class TermLine {
  readonly #point: Point | undefined;
  #chosen: { readonly index: number; readonly count: number } | undefined;

  /** @param point where the pointer was when it turned to the term */
  constructor(point: Point | undefined) {
    this.#point = point;
  }

  /** @returns undefined if nothing of the term is rendered */
  measure(range: AbstractRange): TermPlace | undefined {
    const live = liveRange(range);
    const parent = live && parentElementOf(live.startContainer);
    if (!live || !parent) return undefined;
    const style = getComputedStyle(parent);
    const isVertical = runsDown(live, style);
    const boxes = lineBoxes([...rangeBoxesOf(live)], isVertical);
    const area = visibleArea(parent);
    const box = boxes[this.#choose(boxes, area)];
    if (!box) return undefined;
    return {
      box,
      boxes,
      line: lineAround(live, box, isVertical),
      sides: sidesOf(isVertical, style.writingMode),
      isVisible: overlap(box, area),
    };
  }

  #choose(boxes: readonly Box[], area: Box): number {
    if (this.#chosen?.count !== boxes.length) {
      const pointed = this.#chosen ? -1 : boxes.findIndex((box) => this.#point && isAt(box, this.#point));
      const index = pointed >= 0 ? pointed : boxes.findIndex((box) => overlap(box, area));
      this.#chosen = { index: Math.max(0, index), count: boxes.length };
    }
    return this.#chosen.index;
  }
}

/** The visible boxes of a term, one for each line, in viewport pixels, clipped as the page clips them. */
export function visibleBoxes(range: AbstractRange): Box[] {
  const live = liveRange(range);
  const parent = live && parentElementOf(live.startContainer);
  if (!live || !parent) return [];
  const boxes = lineBoxes([...rangeBoxesOf(live)], runsDown(live, getComputedStyle(parent)));
  const area = visibleArea(parent);
  return boxes.filter((box) => overlap(box, area)).map((box) => intersection(box, area));
}

const isAt = ({ left, top, right, bottom }: Box, { x, y }: Point) =>
  x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;

/** Whether a text's lines run from top to bottom: by its writing mode, or because it is turned. */
function runsDown(text: Range, { writingMode, textCombineUpright }: CSSStyleDeclaration): boolean {
  const isUpright = /^(vertical|sideways)/.test(writingMode);
  if (textCombineUpright && textCombineUpright !== 'none') return isUpright;
  const { startContainer, startOffset } = text;
  const [first, second] = [0, 1].map((index) => boxAt(startContainer, startOffset + index));
  if (!first || !second) return isUpright;
  const x = Math.abs(second.left + second.right - first.left - first.right);
  const y = Math.abs(second.top + second.bottom - first.top - first.bottom);
  return x === y ? isUpright : y > x;
}

function boxAt(text: Node, offset: number): Box | undefined {
  if (!(text instanceof CharacterData) || offset >= text.length) return undefined;
  const one = createRange();
  one.setStart(text, offset);
  one.setEnd(text, offset + 1);
  return rangeBoxesOf(one)[0];
}

function sidesOf(isVertical: boolean, writingMode: string): [Side, Side] {
  if (!isVertical) return ['bottom', 'top'];
  return /-lr$/.test(writingMode) || writingMode === 'horizontal-tb' ? ['right', 'left'] : ['left', 'right'];
}

/** A term's box, extended in thickness to what is beside it in its line: larger letters, pictures. */
function lineAround(term: Range, box: Box, isVertical: boolean): Box {
  let { left, top, right, bottom } = box;
  for (const piece of rangeBoxesOf(neighbourhood(term))) {
    if (piece.width === 0 || piece.height === 0 || !isLevel(piece, box, isVertical)) continue;
    if (isVertical) {
      left = Math.max(box.left - MAX_OVERHANG_PX, Math.min(left, piece.left));
      right = Math.min(box.right + MAX_OVERHANG_PX, Math.max(right, piece.right));
    } else {
      top = Math.max(box.top - MAX_OVERHANG_PX, Math.min(top, piece.top));
      bottom = Math.min(box.bottom + MAX_OVERHANG_PX, Math.max(bottom, piece.bottom));
    }
  }
  return { left, top, right, bottom };
}

/** The text around a term, in its own block. */
function neighbourhood(term: Range): Range {
  const block = blockOf(term.startContainer);
  const near = createRange();
  const { startContainer, startOffset, endContainer, endOffset } = term;
  near.setStart(startContainer, Math.max(0, startOffset - NEIGHBOURHOOD_CHARACTERS));
  near.setEnd(endContainer, Math.min(lengthOf(endContainer), endOffset + NEIGHBOURHOOD_CHARACTERS));
  if (!block) return near;
  const walker = createWalker(block, NodeFilter.SHOW_TEXT);
  walker.currentNode = startContainer;
  let left = NEIGHBOURHOOD_CHARACTERS - startOffset;
  for (let node = left > 0 ? walker.previousNode() : null; node && left > 0; node = walker.previousNode()) {
    near.setStart(node, Math.max(0, lengthOf(node) - left));
    left -= lengthOf(node) + 1;
  }
  walker.currentNode = endContainer;
  left = NEIGHBOURHOOD_CHARACTERS - (lengthOf(endContainer) - endOffset);
  for (let node = left > 0 ? walker.nextNode() : null; node && left > 0; node = walker.nextNode()) {
    near.setEnd(node, Math.min(lengthOf(node), left));
    left -= lengthOf(node) + 1;
  }
  return near;
}

const lengthOf = (node: Node) => (node instanceof CharacterData ? node.length : 0);

/** The innermost block around a text. */
export function blockOf(text: Node): Element | null {
  let block = parentElementOf(text);
  for (let parent = block; parent; parent = parentElementOf(parent)) {
    block = parent;
    if (!/^(inline|contents|ruby)/.test(getComputedStyle(parent).display)) break;
  }
  return block;
}

/** The part of the window that an element's text is visible in: clipped by the boxes around it. */
function visibleArea(element: Element): Box {
  let area = windowBox();
  const root = rootElement();
  /** Boxes around an element that is positioned by another one further out do not cut it off. */
  let position = 'static';
  for (let box: Element | null = element; box && box !== root; box = outerOf(box)) {
    const style = getComputedStyle(box);
    const isContaining = style.position !== 'static' || style.transform !== 'none' || style.filter !== 'none';
    if (position !== 'static' && (position === 'fixed' ? style.transform === 'none' : !isContaining))
      continue;
    position = /^(absolute|fixed)$/.test(style.position) ? style.position : 'static';
    if (doesClip(box, style)) area = clipped(area, box, style);
    // Boxes around it do not clip an element in the top layer.
    if (matches(box, ':modal, :popover-open')) break;
  }
  return area;
}

function clipped(area: Box, box: Element, style: CSSStyleDeclaration): Box {
  const { left, top, right, bottom } = boxOf(box);
  const clipsAcross = style.overflowX !== 'visible' || isPaintContained(style);
  const clipsDown = style.overflowY !== 'visible' || isPaintContained(style);
  return intersection(area, {
    left: clipsAcross ? left : area.left,
    right: clipsAcross ? right : area.right,
    top: clipsDown ? top : area.top,
    bottom: clipsDown ? bottom : area.bottom,
  });
}

function doesClip(box: Element, style: CSSStyleDeclaration): boolean {
  if (style.display === 'inline' || style.display === 'contents') return false;
  if (isPaintContained(style)) return true;
  if (style.overflowX === 'visible' && style.overflowY === 'visible') return false;
  // The body's overflow is the window's, unless the root has one of its own.
  const root = rootElement();
  return box !== bodyElement() || (root !== null && getComputedStyle(root).overflowX !== 'visible');
}

const isPaintContained = ({ contain }: CSSStyleDeclaration) => /paint|strict|content/.test(contain);

/** The element around another, as they are rendered. */
function outerOf(element: Element): Element | null {
  const outer = assignedSlotOf(element) ?? parentOf(element);
  return outer instanceof ShadowRoot ? outer.host : outer instanceof Element ? outer : null;
}

/** Whether one element is another, or around it, through shadow roots. */
export function isAround(outer: Element, inner: Element): boolean {
  for (let element: Element | null = inner; element; element = outerOf(element))
    if (element === outer) return true;
  return false;
}

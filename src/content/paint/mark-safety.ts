import { createRange, createWalker, flatParentOf } from '../../platform/dom';
import { liveRange } from '../page/live-range';

/** How a text may be marked: not at all, by an underline, or with a tint behind it too. */
export type Allowed = 'nothing' | 'underline' | 'tint';

/** What the styles of an element allow. */
interface Reading {
  readonly allowed: Allowed;
  /** The block whose first letter a mark would alter. */
  readonly letterOf: Element | undefined;
}

/** So long the styles that were read are taken to hold, in milliseconds: a page may be painted in every frame. */
const HOLDS_MS = 500;

/**
 * Tells where a mark would alter the page's text. Browsers paint the text under a highlight anew, in the element's
 * `color`, and no property of the highlight's rule brings back what is lost by that:
 * - in both, `-webkit-text-fill-color` and `-webkit-text-stroke`;
 * - in Chromium, colours of the text's own decorations and emphasis marks;
 * - in Firefox, colours of `::first-letter` and `::first-line`.
 * A tint would lie over what is seen through transparent text (`background-clip: text`).
 */
export class MarkSafety {
  #readings = new WeakMap<Element, Reading>();
  #readAt = Number.NEGATIVE_INFINITY;

  /** Forgets the styles that were read, once they may have changed. @returns whether it did */
  renew(): boolean {
    const now = performance.now();
    if (now - this.#readAt < HOLDS_MS) return false;
    this.#readAt = now;
    this.#readings = new WeakMap();
    return true;
  }

  /** How a range may be marked, by the styles of its text. The styles of an element are read once. */
  allows(range: AbstractRange): Allowed {
    let allowed: Allowed = 'tint';
    for (const text of textsIn(range)) {
      const element = flatParentOf(text);
      const reading = element && this.#read(element);
      if (reading?.allowed === 'nothing') return 'nothing';
      if (reading?.letterOf && isFirstIn(reading.letterOf, range)) return 'nothing';
      if (reading?.allowed === 'underline') allowed = 'underline';
    }
    return allowed;
  }

  #read(element: Element): Reading {
    const known = this.#readings.get(element);
    if (known) return known;
    const style = getComputedStyle(element);
    const { color } = style;
    const decorations = decorationsIn(style);
    const isFirefox = decorations === undefined;
    let isKept =
      isInOneColor(style) && (isFirefox || decorations === 'none' || areDecorationsIn(color, element));
    let letterOf: Element | undefined;
    if (isKept && isFirefox) {
      const block = blockAround(element, style);
      // Which line a word stands on changes with the window's width: no word of such a block is marked.
      isKept = !isRecoloured(block, '::first-line');
      if (isRecoloured(block, '::first-letter')) letterOf = block;
    }
    const allowed = !isKept ? 'nothing' : isTransparent(color) ? 'underline' : 'tint';
    const reading: Reading = { allowed, letterOf };
    this.#readings.set(element, reading);
    return reading;
  }
}

/** Whether glyphs and emphasis marks have no other colour than `color`. */
function isInOneColor(style: CSSStyleDeclaration): boolean {
  const { color, webkitTextFillColor, webkitTextStrokeWidth, textEmphasisStyle, textEmphasisColor } = style;
  return (
    webkitTextFillColor === color &&
    webkitTextStrokeWidth === '0px' &&
    (textEmphasisStyle === 'none' || textEmphasisColor === color)
  );
}

/** The lines that an element and those around it draw on its text; undefined in Firefox, which has no such property. */
function decorationsIn(style: CSSStyleDeclaration): string | undefined {
  return style.getPropertyValue('-webkit-text-decorations-in-effect') || undefined;
}

/** Whether all lines on an element's text, those from around it too, are of one colour. */
function areDecorationsIn(color: string, element: Element): boolean {
  for (let at: Element | null = element; at; at = flatParentOf(at)) {
    const style = getComputedStyle(at);
    if (decorationsIn(style) === 'none') break;
    if (style.textDecorationLine !== 'none' && style.textDecorationColor !== color) return false;
  }
  return true;
}

/** Whether a part of a block's text has colours of its own. */
function isRecoloured(block: Element, part: '::first-letter' | '::first-line'): boolean {
  const all = getComputedStyle(block);
  const own = getComputedStyle(block, part);
  return (
    own.color !== all.color ||
    own.webkitTextFillColor !== all.webkitTextFillColor ||
    own.webkitTextStrokeWidth !== all.webkitTextStrokeWidth
  );
}

/** The block whose lines an element's text is in. */
function blockAround(element: Element, { display }: CSSStyleDeclaration): Element {
  const parent = /^(inline|contents|ruby.*)$/.test(display) ? flatParentOf(element) : null;
  return parent ? blockAround(parent, getComputedStyle(parent)) : element;
}

/** Whether a colour, as computed styles have it, has no opacity. */
const isTransparent = (color: string) => /[,/] 0\)$/.test(color);

/** Whether a range holds the first letter of a block. */
function isFirstIn(block: Element, { startContainer, startOffset }: AbstractRange): boolean {
  const before = createRange();
  before.setStart(block, 0);
  before.setEnd(startContainer, startOffset);
  return !/[\p{L}\p{N}\p{S}]/u.test(before.toString());
}

/** The text nodes that a range runs through; none where it is dead. */
function textsIn(range: AbstractRange): Node[] {
  const { startContainer, endContainer } = range;
  if (startContainer === endContainer) return [startContainer];
  const live = liveRange(range);
  if (!live) return [];
  const texts = [startContainer];
  const walker = createWalker(live.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  walker.currentNode = startContainer;
  while (walker.currentNode !== endContainer && walker.nextNode()) texts.push(walker.currentNode);
  return texts;
}

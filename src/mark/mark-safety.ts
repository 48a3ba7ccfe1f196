import { flatParentOf } from '../page/flat-tree';
import { liveRange } from '../page/live-range';
import { closest, createWalker } from '../platform/dom';

/** How a text may be marked: not at all, by an underline, or with a tint behind it too. */
export type Allowed = 'nothing' | 'underline' | 'tint';

/** What an element's styles allow. */
interface StyleReading {
  readonly allowed: Allowed;
  /** The block whose first letter a mark would alter. */
  readonly letterOf?: Element | undefined;
}

/** How long styles are taken to hold, in milliseconds: a page may be painted in every frame. */
const TTL_MS = 500;

/** They hold for at least this many times as long as reading them took, so that it takes 5 % of the time at most. */
const TTL_FACTOR = 20;

/**
 * Tells where a mark would alter the page's text. Browsers paint the text under a highlight again, in the element's
 * `color`, and no property of the highlight's rule restores what is lost:
 * - in both, `-webkit-text-fill-color` and `-webkit-text-stroke`;
 * - in Chromium, colours of the text's own decorations and emphasis marks, emphasis marks over ruby, and in vertical
 *   writing what reaches out of the line: overlines, emphasis marks, a larger first letter;
 * - in Firefox, colours of `::first-letter` and `::first-line`.
 * A tint would cover the background that is seen through transparent text (`background-clip: text`).
 */
export class MarkSafety {
  #readings = new WeakMap<Element, StyleReading>();
  #readAt = Number.NEGATIVE_INFINITY;
  /** Time spent on reading styles since then, in milliseconds. */
  #readingMs = 0;

  /** Drops the styles that were read if they have expired. @returns whether they had */
  expire(): boolean {
    const now = performance.now();
    if (now - this.#readAt < Math.max(TTL_MS, TTL_FACTOR * this.#readingMs)) return false;
    this.#readAt = now;
    this.#readingMs = 0;
    this.#readings = new WeakMap();
    return true;
  }

  /** How a range may be marked, by the styles of its text. The styles of an element are read once. */
  allows(range: AbstractRange): Allowed {
    let allowed: Allowed = 'tint';
    for (const text of textsIn(range)) {
      const element = flatParentOf(text);
      const reading = element && this.#readingOf(element);
      if (reading?.allowed === 'nothing') return 'nothing';
      if (reading?.letterOf && isFirstIn(reading.letterOf, range)) return 'nothing';
      if (reading?.allowed === 'underline') allowed = 'underline';
    }
    return allowed;
  }

  #readingOf(element: Element): StyleReading {
    const known = this.#readings.get(element);
    if (known) return known;
    const from = performance.now();
    const reading = read(element);
    this.#readings.set(element, reading);
    this.#readingMs += performance.now() - from;
    return reading;
  }
}

const NOTHING: StyleReading = { allowed: 'nothing' };

function read(element: Element): StyleReading {
  // In forced colours all text is in one colour, marked or not, and computed styles say otherwise of its fill.
  // biome-ignore lint/plugin: no node
  const { matches: isForced } = matchMedia('(forced-colors: active)');
  if (isForced) return { allowed: 'tint' };
  const style = getComputedStyle(element);
  const { color } = style;
  // Without rendering, as in a hidden frame, styles can be empty.
  if (color === '') return { allowed: 'tint' };
  if (!isInOneColor(style, color)) return NOTHING;
  // Transparent, as computed styles have it.
  const allowed = /^rgba.* 0\)$|\/ 0\)$/.test(color) ? 'underline' : 'tint';
  const lines = linesIn(style);
  const block = blockAround(element, style);
  if (lines !== undefined) {
    const isLined = lines !== 'none';
    if (isClipped(style, lines, element) || (isLined && !areLinesIn(color, element))) return NOTHING;
    if (isLined && isRecoloured(block, '::first-line')) return NOTHING;
    const isLetter =
      (isVertical(style) && isLarger(block, '::first-letter')) ||
      (isLined && isRecoloured(block, '::first-letter'));
    return { allowed, letterOf: isLetter ? block : undefined };
  }
  // Which words are on the first line changes with the window's width: no word of such a block is marked.
  if (isRecoloured(block, '::first-line')) return NOTHING;
  return { allowed, letterOf: isRecoloured(block, '::first-letter') ? block : undefined };
}

/** Whether glyphs and emphasis marks are painted in one colour alone. */
function isInOneColor(style: CSSStyleDeclaration, color: string): boolean {
  return (
    style.webkitTextFillColor === color &&
    style.webkitTextStrokeWidth === '0px' &&
    (style.textEmphasisStyle === 'none' || style.textEmphasisColor === color)
  );
}

const isVertical = ({ writingMode }: CSSStyleDeclaration) => !writingMode.startsWith('h');

/** Whether Chromium would drop what is painted over the glyphs. */
function isClipped(style: CSSStyleDeclaration, lines: string, element: Element): boolean {
  const isEmphasised = style.textEmphasisStyle !== 'none';
  if (!isVertical(style)) return isEmphasised && closest(element, 'ruby') !== null;
  // Lines begin on the right, but for one mode.
  const isOver = style.textEmphasisPosition.includes('left') === (style.writingMode === 'sideways-lr');
  return (isEmphasised && isOver) || lines.includes('overline');
}

/** The decoration lines on an element's text, those from around it too; undefined in Firefox, which keeps them. */
function linesIn(style: CSSStyleDeclaration): string | undefined {
  return style.getPropertyValue('-webkit-text-decorations-in-effect') || undefined;
}

/** Whether all decoration lines on an element's text are of one colour. */
function areLinesIn(color: string, element: Element): boolean {
  for (let at: Element | null = element; at; at = flatParentOf(at)) {
    const style = getComputedStyle(at);
    if (linesIn(style) === 'none') break;
    if (style.textDecorationLine !== 'none' && style.textDecorationColor !== color) return false;
  }
  return true;
}

/** The block whose lines an element's text is in. */
function blockAround(element: Element, { display }: CSSStyleDeclaration): Element {
  const parent = /^(inline|contents|ruby.*)$/.test(display) ? flatParentOf(element) : null;
  return parent ? blockAround(parent, getComputedStyle(parent)) : element;
}

/** Whether a part of a block's text is painted differently from the rest. */
function isRecoloured(block: Element, part: '::first-letter' | '::first-line'): boolean {
  const rest = getComputedStyle(block);
  const own = getComputedStyle(block, part);
  return (
    own.webkitTextFillColor !== rest.webkitTextFillColor ||
    own.webkitTextStrokeWidth !== rest.webkitTextStrokeWidth
  );
}

const isLarger = (block: Element, part: '::first-letter') =>
  getComputedStyle(block, part).fontSize !== getComputedStyle(block).fontSize;

/** Whether a range holds the first letter of a block. */
function isFirstIn(block: Element, range: AbstractRange): boolean {
  const before = liveRange(range);
  if (!before) return false;
  before.collapse(true);
  before.setStart(block, 0);
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

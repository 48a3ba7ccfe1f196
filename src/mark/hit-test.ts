import { isAt } from '../page/box';
import { flatParentOf } from '../page/flat-tree';
import { isOpaque } from '../page/is-rendered';
import { rectsOf } from '../page/live-range';
import type { MentionList, PageMention } from '../page/mention';
import { stackAt } from '../page/stack';
import { bodyElement, boxOf, caretAt, parentOf, rootElement } from '../platform/dom';
import { PassedThrough } from './passed-through-mentions';

/** Pixels around a term that still count as on it. */
const TOLERANCE = 1;
/** In an element with more mentions than this, only the one at the nearest caret position is measured. */
const MANY = 24;

/** Finds what a reader sees under a point: by where text is painted, whether it can be selected or clicked, or not. */
export class HitTest {
  readonly #mentions: MentionList;
  readonly #shadowRoots: () => ShadowRoot[];
  readonly #passedThrough: PassedThrough;

  /**
   * @param shadowRoots those to look into
   * @param signal ends all observing
   */
  constructor(mentions: MentionList, shadowRoots: () => ShadowRoot[], signal: AbortSignal) {
    this.#mentions = mentions;
    this.#passedThrough = new PassedThrough(mentions, signal);
    this.#shadowRoots = shadowRoots;
  }

  /**
   * The mention whose text is painted at a point; the cards' script looks whether something hides it.
   * @param x and `y` in viewport pixels
   */
  at(x: number, y: number): PageMention | undefined {
    const { index } = this.#mentions;
    for (const element of stackAt(x, y, (host) => index.rootIn(host))) {
      const held = index.byParent.get(element);
      const mention = held && this.#among(held, element, x, y);
      if (mention && isOpaque(mention)) return mention;
    }
    return this.#passedThrough
      .inView()
      .find((mention) => isOn(mention, x, y) && isOpaque(mention) && !isCutAt(mention, x, y));
  }

  #among(held: readonly PageMention[], element: Element, x: number, y: number): PageMention | undefined {
    const isMany = held.length > MANY;
    const hit = isMany ? [] : held.filter((mention) => isOn(mention, x, y));
    // The boxes of slanted text overlap: the caret tells which it is.
    if (!isMany && hit.length < 2) return hit[0];
    const caret = caretAt(x, y, this.#shadowRoots());
    const isInside = caret !== null && parentOf(caret.offsetNode) === element;
    const atCaret = isInside ? this.#mentions.index.at(caret.offsetNode, caret.offset) : undefined;
    if (isMany && isInside) return atCaret && isOn(atCaret, x, y) ? atCaret : undefined;
    // Where nothing can be selected, there is no caret.
    if (isMany) return held.find((mention) => isOn(mention, x, y));
    return hit.find((mention) => mention === atCaret) ?? hit[0];
  }
}

/** The nearest caret, or the element under a point, may be of a term that the point is far from. */
const isOn = ({ range }: PageMention, x: number, y: number) =>
  rectsOf(range).some((rect) => isAt(rect, x, y, TOLERANCE));

/** Whether a box around a mention cuts it away at a point where it would be. */
function isCutAt({ range }: PageMention, x: number, y: number): boolean {
  let isOutOfFlow = false;
  for (let element = flatParentOf(range.startContainer); element; element = flatParentOf(element)) {
    const { display, overflow, position } = getComputedStyle(element);
    // What is positioned is not cut by the boxes that it is not laid out in.
    if (isOutOfFlow && position === 'static') continue;
    const canCut = overflow !== 'visible' && display !== 'inline' && display !== 'contents';
    if (canCut && element !== bodyElement() && element !== rootElement() && !isAt(boxOf(element), x, y))
      return true;
    if (position === 'fixed') return false;
    isOutOfFlow = position === 'absolute';
  }
  return false;
}

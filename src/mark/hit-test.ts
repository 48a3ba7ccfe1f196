import { containsPoint } from '../page/box';
import { flatParentOf } from '../page/flat-tree';
import { isOpaque } from '../page/is-rendered';
import { rectsOf } from '../page/live-range';
import type { MentionList, PageMention } from '../page/mention';
import { stackAt } from '../page/stack';
import { bodyElement, boxOf, caretAt, parentOf, rootElement } from '../platform/dom';
import { PointerTransparentMentions } from './pointer-transparent-mentions';

/** Pixels around a term that still count as on it. */
const TOLERANCE = 1;
/** In an element with more mentions than this, only the one at the nearest caret position is measured. */
const MAX_MEASURED = 24;

/** Finds the mention under a point, by where its text is painted: whether it can be selected or clicked does not matter. */
export class HitTest {
  readonly #mentions: MentionList;
  readonly #shadowRoots: () => ShadowRoot[];
  readonly #pointerTransparent: PointerTransparentMentions;

  /**
   * @param shadowRoots those to look into
   * @param signal ends all observing
   */
  constructor(mentions: MentionList, shadowRoots: () => ShadowRoot[], signal: AbortSignal) {
    this.#mentions = mentions;
    this.#pointerTransparent = new PointerTransparentMentions(mentions, signal);
    this.#shadowRoots = shadowRoots;
  }

  /**
   * The mention whose text is painted at a point; the card script checks whether something covers it.
   * @param x and `y` in viewport pixels
   */
  at(x: number, y: number): PageMention | undefined {
    const { index } = this.#mentions;
    for (const element of stackAt(x, y, (host) => index.rootIn(host))) {
      const mentions = index.byParent.get(element);
      const mention = mentions && this.#pick(mentions, element, x, y);
      if (mention && isOpaque(mention)) return mention;
    }
    return this.#pointerTransparent
      .inView()
      .find((mention) => isOn(mention, x, y) && isOpaque(mention) && !isClippedAt(mention, x, y));
  }

  #pick(mentions: readonly PageMention[], element: Element, x: number, y: number): PageMention | undefined {
    const isMany = mentions.length > MAX_MEASURED;
    const hit = isMany ? [] : mentions.filter((mention) => isOn(mention, x, y));
    // The boxes of slanted text overlap: the caret tells which it is.
    if (!isMany && hit.length < 2) return hit[0];
    const caret = caretAt(x, y, this.#shadowRoots());
    const isInside = caret !== null && parentOf(caret.offsetNode) === element;
    const atCaret = isInside ? this.#mentions.index.at(caret.offsetNode, caret.offset) : undefined;
    if (isMany && isInside) return atCaret && isOn(atCaret, x, y) ? atCaret : undefined;
    // Where nothing can be selected, there is no caret.
    if (isMany) return mentions.find((mention) => isOn(mention, x, y));
    return hit.find((mention) => mention === atCaret) ?? hit[0];
  }
}

/** The nearest caret, or the element under a point, may be of a term that the point is far from. */
const isOn = ({ range }: PageMention, x: number, y: number) =>
  rectsOf(range).some((rect) => containsPoint(rect, x, y, TOLERANCE));

/** Whether a box around a mention clips it at a point. */
function isClippedAt({ range }: PageMention, x: number, y: number): boolean {
  let isOutOfFlow = false;
  for (let element = flatParentOf(range.startContainer); element; element = flatParentOf(element)) {
    const { display, overflow, position } = getComputedStyle(element);
    // A positioned box is not clipped by boxes that are not its containing block.
    if (isOutOfFlow && position === 'static') continue;
    const canCut = overflow !== 'visible' && display !== 'inline' && display !== 'contents';
    if (
      canCut &&
      element !== bodyElement() &&
      element !== rootElement() &&
      !containsPoint(boxOf(element), x, y)
    )
      return true;
    if (position === 'fixed') return false;
    isOutOfFlow = position === 'absolute';
  }
  return false;
}

import { containerOf } from '../page/elements';
import { isRendered } from '../page/is-rendered';
import { liveRange } from '../page/live-range';
import type { PageMention } from '../page/mention';
import { boxesOf, parentOf, rangeBoxOf, rootElement } from '../platform/dom';

/** A block of which less than about a line shows is not in view, in pixels. */
const EDGE = 24;

/** Tells which mentions are in blocks on the screen, with one observer for all blocks. */
export class BlocksInView {
  readonly #observer: IntersectionObserver;
  /** The box of each mention's block, by the mention's key. */
  #boxes = new Map<number, Element>();
  /** Boxes on the screen, and whether each is higher than the screen. */
  readonly #inView = new Map<Element, boolean>();

  /**
   * @param onChange called when a block comes into view or leaves it
   * @param signal ends all observing
   */
  constructor(onChange: () => void, signal: AbortSignal) {
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, boundingClientRect } of entries)
          if (isIntersecting) this.#inView.set(target, boundingClientRect.height > innerHeight);
          else this.#inView.delete(target);
        onChange();
      },
      { rootMargin: `-${EDGE}px 0px` },
    );
    signal.addEventListener('abort', () => this.#observer.disconnect());
  }

  /** Observes the blocks of these mentions, and no others. */
  watch(mentions: readonly PageMention[]): void {
    const boxes = new Map<number, Element>();
    for (const { key, range } of mentions) {
      const box = boxAround(range.startContainer);
      if (box) boxes.set(key, box);
    }
    const wanted = new Set(boxes.values());
    for (const box of this.#boxes.values())
      if (!wanted.has(box)) {
        this.#observer.unobserve(box);
        this.#inView.delete(box);
      }
    // Observing an observed element again has no effect.
    for (const box of wanted) this.#observer.observe(box);
    this.#boxes = boxes;
  }

  /** Whether a mention's block is on the screen; in a block higher than the screen, whether the mention itself is. */
  isInView(mention: PageMention): boolean {
    const box = this.#boxes.get(mention.key);
    const isTall = box && this.#inView.get(box);
    if (isTall === undefined || !isRendered(mention)) return false;
    if (!isTall) return true;
    const range = liveRange(mention.range);
    const rect = range && rangeBoxOf(range);
    return rect !== undefined && rect.bottom > 0 && rect.top < innerHeight;
  }
}

/** The element around a text that has a box: `display: contents` has none that could come into view. */
function boxAround(text: Node): Element | null {
  let node: Node | null = containerOf(text);
  while (node && !(node instanceof Element && boxesOf(node).length > 0))
    node = node instanceof ShadowRoot ? node.host : parentOf(node);
  return node instanceof Element ? node : rootElement();
}

import { flatParentOf } from '../page/flat-tree';
import { ignoresPointer } from '../page/ignores-pointer';
import type { MentionList, PageMention } from '../page/mention';

/** How long the styles around mentions are taken to hold, in milliseconds. */
const TTL_MS = 2_000;

/** Mentions in text that ignores the pointer: no hit test finds them, so an observer tells which are in view. */
export class PointerTransparentMentions {
  readonly #mentions: MentionList;
  readonly #observer: IntersectionObserver;
  readonly #inView = new Set<Element>();
  /** By the box that the text is in. */
  #byBox = new Map<Element, PageMention[]>();
  #indexedMap: unknown;
  #indexedAt = 0;

  /** @param signal ends all observing */
  constructor(mentions: MentionList, signal: AbortSignal) {
    this.#mentions = mentions;
    this.#observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) this.#inView.add(target);
        else this.#inView.delete(target);
    });
    signal.addEventListener('abort', () => this.#observer.disconnect());
  }

  /** Those whose boxes are in view. Text may extend far beyond its box, which may have no width at all. */
  inView(): PageMention[] {
    const now = performance.now();
    if (this.#indexedMap !== this.#mentions.index.byParent || now - this.#indexedAt > TTL_MS) {
      this.#indexedMap = this.#mentions.index.byParent;
      this.#indexedAt = now;
      this.#reindex();
    }
    return [...this.#inView].flatMap((box) => this.#byBox.get(box) ?? []);
  }

  #reindex(): void {
    const byBox = new Map<Element, PageMention[]>();
    for (const [parent, mentions] of this.#mentions.index.byParent) {
      if (!(parent instanceof Element) || !ignoresPointer(parent)) continue;
      let box: Element | null = parent;
      while (box && getComputedStyle(box).display === 'contents') box = flatParentOf(box);
      if (box) byBox.set(box, [...(byBox.get(box) ?? []), ...mentions]);
    }
    for (const box of this.#byBox.keys())
      if (!byBox.has(box)) {
        this.#observer.unobserve(box);
        this.#inView.delete(box);
      }
    for (const box of byBox.keys()) {
      // In view until the observer says otherwise: the pointer may rest before it has said anything.
      if (!this.#byBox.has(box)) this.#inView.add(box);
      // Observing an observed element again has no effect.
      this.#observer.observe(box);
    }
    this.#byBox = byBox;
  }
}

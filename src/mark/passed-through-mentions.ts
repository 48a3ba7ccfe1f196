import { flatParentOf } from '../page/flat-tree';
import type { MentionList, PageMention } from '../page/mention';
import { isPassedThrough } from '../page/passed-through';

/** For so long it holds that the pointer goes through the text around a mention, or does not, in milliseconds. */
const HOLDS_MS = 2_000;

/** Mentions in text that the pointer goes through: no hit test finds them, so the browser tells which are in view. */
export class PassedThrough {
  readonly #mentions: MentionList;
  readonly #observer: IntersectionObserver;
  readonly #inView = new Set<Element>();
  /** By the box that the text is in. */
  #held = new Map<Element, PageMention[]>();
  #of: unknown;
  #lookedAt = 0;

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

  /** Those whose boxes are in view. Text may reach far out of its box, which can have no width at all. */
  inView(): PageMention[] {
    const now = performance.now();
    if (this.#of !== this.#mentions.index.byParent || now - this.#lookedAt > HOLDS_MS) {
      this.#of = this.#mentions.index.byParent;
      this.#lookedAt = now;
      this.#look();
    }
    return [...this.#inView].flatMap((box) => this.#held.get(box) ?? []);
  }

  #look(): void {
    const held = new Map<Element, PageMention[]>();
    for (const [parent, mentions] of this.#mentions.index.byParent) {
      if (!(parent instanceof Element) || !isPassedThrough(parent)) continue;
      let box: Element | null = parent;
      while (box && getComputedStyle(box).display === 'contents') box = flatParentOf(box);
      if (box) held.set(box, [...(held.get(box) ?? []), ...mentions]);
    }
    for (const box of this.#held.keys())
      if (!held.has(box)) {
        this.#observer.unobserve(box);
        this.#inView.delete(box);
      }
    // To observe what is observed already changes nothing.
    for (const box of held.keys()) this.#observer.observe(box);
    this.#held = held;
  }
}

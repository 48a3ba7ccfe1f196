import { shadowRootOf } from '../../platform/content-runtime';
import type { Task } from './tasks';
import { Walk } from './walk';

/** Elements that are looked at between two looks at the clock. */
const ELEMENTS_A_LOOK = 64;

/** Marks the element that cards are drawn in, for the extension's own scripts only. */
export const OWN_HOST = 'sidelightHost';

/** Finds shadow roots: that an element has got one is no change that an observer sees. */
export class HostSearch {
  readonly #onRoot: (root: ShadowRoot) => void;
  /** Custom elements that may still get one. */
  #undefined: Element[] = [];

  constructor(onRoot: (root: ShadowRoot) => void) {
    this.#onRoot = onRoot;
  }

  /** A search under a root, itself included. */
  search(root: Node): Task {
    const walk = new Walk(root, NodeFilter.SHOW_ELEMENT);
    if (root instanceof Element) this.#look(root);
    return {
      advance: (isOver) => {
        // What has moved meanwhile is a change, and searched for itself.
        for (let patience = ELEMENTS_A_LOOK; ; patience--) {
          const element = walk.walker.nextNode() as Element | null;
          if (!element) return true;
          this.#look(element);
          if (patience > 0) continue;
          if (isOver()) return false;
          patience = ELEMENTS_A_LOOK;
        }
      },
      pause() {},
    };
  }

  /** Looks again at the elements that were not defined yet. */
  lookAgain(): void {
    const waiting = this.#undefined;
    this.#undefined = [];
    for (const element of waiting) if (element.isConnected) this.#look(element);
  }

  #look(element: Element): void {
    const isCustom = element.localName.includes('-');
    // Asking for closed roots costs a call into the browser: only where one is likely.
    const root = element.shadowRoot ?? (isCustom || !element.firstChild ? shadowRootOf(element) : null);
    if (root && !(OWN_HOST in element)) this.#onRoot(root);
    else if (isCustom && !root && element.matches(':not(:defined)')) this.#undefined.push(element);
  }
}

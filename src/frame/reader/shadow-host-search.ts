import { attempt } from '../../page/attempt';
import { isOwnHost } from '../../page/own-host';
import { shadowRootOf } from '../../platform/content-runtime';
import {
  childrenOf,
  evaluateXPath,
  isAttached,
  matches,
  openShadowRootOf,
  queryAll,
} from '../../platform/dom';
import { removeStaleHost } from '../stale-sessions';
import type { Task } from './tasks';

/** Elements that are checked between two looks at the clock. */
const ELEMENTS_PER_CLOCK_CHECK = 64;

/** Elements of HTML that may have a shadow root (DOM Standard, valid shadow host names). */
const HOSTS = 'article,aside,blockquote,body,div,footer,h1,h2,h3,h4,h5,h6,header,main,nav,p,section,span';
/** Custom elements, as XPath: no selector finds them, and checking every element costs more than reading the text. */
const CUSTOM = "descendant-or-self::*[contains(local-name(), '-')]";

/** Finds shadow roots: no observer is notified when one is attached. */
export class ShadowHostSearch {
  readonly #onRoot: (root: ShadowRoot) => void;
  /** Custom elements without a root that are not defined yet. */
  #undefined: Element[] = [];

  constructor(onRoot: (root: ShadowRoot) => void) {
    this.#onRoot = onRoot;
  }

  /** A task that searches a subtree, its root included. */
  search(root: Node): Task {
    let elements: Element[] | undefined;
    return {
      advance: (isOver) => {
        elements ??= [...likelyHostsIn(root as Element), root as Element];
        // An element that moves meanwhile is a change, and searched again.
        for (let element = elements.pop(); element; element = elements.pop()) {
          if (element instanceof Element) this.#check(element);
          if (elements.length % ELEMENTS_PER_CLOCK_CHECK === 0 && isOver()) break;
        }
        return elements.length === 0;
      },
      pause() {},
    };
  }

  /** Checks again the elements that were not defined. */
  recheck(): void {
    const waiting = this.#undefined;
    this.#undefined = [];
    for (const element of waiting) if (isAttached(element)) this.#check(element);
  }

  #check(element: Element): void {
    attempt(() => this.#checkRoot(element));
  }

  #checkRoot(element: Element): void {
    const root = shadowRootOf(element);
    if (root && !isOwnHost(element) && !removeStaleHost(element)) this.#onRoot(root);
    else if (!root && matches(element, ':not(:defined)')) this.#undefined.push(element);
  }
}

function likelyHostsIn(root: Element): Element[] {
  // Most additions of a page are a line of text.
  if (childrenOf(root).length === 0) return [];
  // Asking Chrome for closed roots takes microseconds: only where one is likely.
  return [...hostsIn(root), ...queryAll(root, 'div:empty'), ...customElementsIn(root)];
}

function hostsIn(root: Element): Element[] {
  const hosts = [];
  for (const element of queryAll(root, HOSTS)) if (openShadowRootOf(element)) hosts.push(element);
  return hosts;
}

function customElementsIn(root: Node): Element[] {
  // XPath does not start at a shadow root.
  if (!(root instanceof Element)) return childrenOf(root as Document).flatMap(customElementsIn);
  return evaluateXPath(CUSTOM, root);
}

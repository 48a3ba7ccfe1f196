import { attempt } from '../../page/attempt';
import { containerOf, contributesText } from '../../page/elements';
import { localNameOf, parentElementOf } from '../../platform/dom';

/** What changed in the page since it was last read. */
export interface Changes {
  /** Containers whose own runs of text changed. */
  readonly containers: Set<Node>;
  /** Subtrees that were added, or that became readable or unreadable. */
  readonly added: Set<Node>;
  /** Those of them that may hold text which was read before. */
  readonly moved: Set<Node>;
  /** Whether nodes left the page. */
  hasRemovals: boolean;
  /** Whether the document's title changed. */
  hasNewTitle: boolean;
}

const WATCHED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributeFilter: ['contenteditable', 'role'],
};

/** Collects the changes of a document and of shadow roots, with one observer for all. */
export class PageWatch {
  readonly #observer: MutationObserver;
  #changes = noChanges();
  /** Elements removed since the changes were last taken. */
  readonly #removed = new Set<Element>();

  /** @param onChange called, before the next paint, when there are changes */
  constructor(onChange: () => void, signal: AbortSignal) {
    this.#observer = new MutationObserver((records) => {
      this.#recordAll(records);
      onChange();
    });
    signal.addEventListener('abort', () => this.#observer.disconnect());
  }

  /** Observes a root from now on; once is enough. */
  watch(root: Node): void {
    this.#observer.observe(root, WATCHED);
  }

  /** Takes those changed containers that match. */
  takeContainers(matches: (container: Node) => boolean): Node[] {
    this.#recordAll(this.#observer.takeRecords());
    const { containers } = this.#changes;
    const taken = [...containers].filter(matches);
    for (const container of taken) containers.delete(container);
    return taken;
  }

  /** Whether text that was read before may have to be dropped. */
  get hasMoves(): boolean {
    return this.#changes.moved.size > 0;
  }

  /** Takes all changes: like `takeRecords`, each is returned once. */
  takeChanges(): Changes {
    this.#recordAll(this.#observer.takeRecords());
    const changes = this.#changes;
    this.#changes = noChanges();
    this.#removed.clear();
    return changes;
  }

  #recordAll(records: readonly MutationRecord[]): void {
    for (const record of records) attempt(() => this.#record(record));
  }

  // biome-ignore lint/plugin: a record's own attributes
  #record({ type, target, addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): void {
    const changes = this.#changes;
    if (isInTitle(target)) changes.hasNewTitle = true;
    if (type === 'attributes') {
      changes.added.add(target);
      changes.moved.add(target);
      changes.containers.add(containerOf(target));
      return;
    }
    for (const node of removedNodes) {
      changes.hasRemovals = true;
      if (node instanceof Element) this.#removed.add(node);
    }
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      changes.added.add(node);
      // What has moved into an editor must lose its marks.
      if (this.#removed.has(node)) changes.moved.add(node);
    }
    const container = containerOf(target);
    // What comes or goes inside an inline element, or a text, is in the midst of the run around it.
    let touchesRun = container !== target || contributesText(previousSibling) || contributesText(nextSibling);
    for (const node of removedNodes) touchesRun ||= contributesText(node);
    for (const node of addedNodes) touchesRun ||= contributesText(node);
    if (touchesRun) changes.containers.add(container);
  }
}

function noChanges(): Changes {
  return {
    containers: new Set(),
    added: new Set(),
    moved: new Set(),
    hasRemovals: false,
    hasNewTitle: false,
  };
}

function isInTitle(node: Node): boolean {
  const element = node instanceof Element ? node : parentElementOf(node);
  return element !== null && ['title', 'head'].includes(localNameOf(element));
}

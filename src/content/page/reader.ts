import { type Block, BlockWalk, type Depth } from './blocks';
import { isSkipped } from './elements';
import type { PageMentions } from './mentions';
import { Schedule, startSlice } from './schedule';
import { PageWatch } from './watch';

/** What the reader tells its owner. */
export interface ReaderEvents {
  /** Blocks came, went or changed; `isComplete` when nothing is left to read. */
  onRead(isComplete: boolean): void;
  /** The document's title changed. */
  onTitle(): void;
}

interface Task {
  readonly root: Node;
  readonly depth: Depth;
  walk?: BlockWalk | undefined;
  isPaused?: boolean;
  restarts?: number;
}

/** A walk that the page has broken so often is done without a pause. */
const MAX_RESTARTS = 4;

/** Reads a document in slices, and reads again what changes. */
export class PageReader {
  readonly #mentions: PageMentions;
  readonly #events: ReaderEvents;
  readonly #watch: PageWatch;
  readonly #tasks: Task[] = [];
  readonly #roots = new Set<ShadowRoot>();
  /** Custom elements that may still get a shadow root: that alone is no change that an observer sees. */
  #undefinedHosts: Element[] = [];
  readonly #schedule: Schedule;

  constructor(mentions: PageMentions, events: ReaderEvents, signal: AbortSignal) {
    this.#mentions = mentions;
    this.#events = events;
    this.#schedule = new Schedule(() => this.#run(), signal);
    this.#watch = new PageWatch(() => this.#schedule.beforePaint(), signal);
    this.#watch.watch(document);
    this.#tasks.push({ root: document.body ?? document.documentElement, depth: 'subtree' });
    this.#schedule.whenIdle();
    window.addEventListener('load', () => this.#schedule.whenIdle(), { once: true, signal });
  }

  /** The open shadow roots that were found. */
  get shadowRoots(): ShadowRoot[] {
    return [...this.#roots];
  }

  /** Whether nothing is left to read just now. */
  get isComplete(): boolean {
    return this.#tasks.length === 0;
  }

  /** Takes a shadow root in that was attached after its host was read. */
  meet(root: ShadowRoot): void {
    if (!this.#watch.watch(root)) return;
    this.#roots.add(root);
    this.#tasks.push({ root, depth: 'subtree' });
    this.#schedule.whenIdle();
  }

  #run(): void {
    const slice = startSlice();
    this.#takeChanges();
    for (const host of this.#undefinedHosts) this.#meetHost(host);
    this.#undefinedHosts = this.#undefinedHosts.filter((host) => host.isConnected && !host.shadowRoot);
    let task = this.#tasks[0];
    while (task && (!slice.isOver() || (task.restarts ?? 0) >= MAX_RESTARTS)) {
      if (this.#advance(task)) this.#tasks.shift();
      task = this.#tasks[0];
    }
    if (task?.walk) {
      task.walk.pause();
      task.isPaused = true;
    }
    this.#events.onRead(task === undefined);
    if (task) this.#schedule.whenIdle();
  }

  /** @returns whether the task is finished */
  #advance(task: Task): boolean {
    if (task.isPaused && task.walk?.isBroken) {
      task.walk = undefined;
      task.restarts = (task.restarts ?? 0) + 1;
    }
    task.isPaused = false;
    if (!task.walk) {
      this.#forget(task);
      if (!task.root.isConnected || isSkipped(task.root)) return true;
      if (task.depth === 'subtree' && task.root instanceof Element) this.#meetHost(task.root);
      task.walk = new BlockWalk(task.root, task.depth, (element) => this.#meetHost(element));
    }
    const block = task.walk.next();
    if (block && this.#belongs(block, task)) this.#mentions.add(block);
    return block === undefined;
  }

  // A walk that starts at an inline element also passes a part of its container's run; that is read as a whole elsewhere.
  #belongs(block: Block, { root }: Task): boolean {
    return root.contains(block.container);
  }

  #forget({ root, depth }: Task): void {
    if (depth === 'own') this.#mentions.drop(root);
    else this.#mentions.dropWhere((container) => root.contains(container));
  }

  #meetHost(element: Element): void {
    if (element.shadowRoot) this.meet(element.shadowRoot);
    else if (element.localName.includes('-') && element.matches(':not(:defined)'))
      this.#undefinedHosts.push(element);
  }

  #takeChanges(): void {
    const { containers, subtrees, hasRemovals, hasNewTitle } = this.#watch.take();
    if (hasRemovals) {
      this.#mentions.dropWhere((container) => !container.isConnected);
      for (const root of this.#roots) if (!root.isConnected) this.#roots.delete(root);
    }
    // What changed comes first: there are marks on it. What a running walk has not reached yet is read twice, to the
    // same end.
    const urgent: Task[] = [];
    for (const root of subtrees)
      if (root.isConnected && !isInside(root, subtrees)) urgent.push({ root, depth: 'subtree' });
    for (const root of containers) if (root.isConnected) urgent.push({ root, depth: 'own' });
    this.#tasks.unshift(...urgent);
    if (hasNewTitle) this.#events.onTitle();
  }
}

function isInside(node: Node, others: ReadonlySet<Node>): boolean {
  for (let parent = node.parentNode; parent; parent = parent.parentNode) if (others.has(parent)) return true;
  return false;
}

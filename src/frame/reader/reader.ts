import type { FormFilter } from '../../core/form-filter';
import { attempt } from '../../page/attempt';
import { HEADING, isInline, isSkipped } from '../../page/elements';
import { preformattedAround, reclassify } from '../../page/samples';
import {
  bodyElement,
  closest,
  isAttached,
  page,
  parentOf,
  queryAll,
  rootElement,
  rootOf,
} from '../../platform/dom';
import { ContainerReader } from './container-reader';
import type { PageMentions } from './mentions';
import { MutationBackoff } from './mutation-backoff';
import { Schedule, startSlice } from './schedule';
import { ShadowHostSearch } from './shadow-host-search';
import { SampleTask, type ScanPorts, ScanTask, type Task } from './tasks';
import { type Changes, PageWatch } from './watch';

/** The reader's callbacks. */
export interface ReaderEvents {
  /** Blocks came, went or changed. @param isComplete whether nothing is left to read */
  onRead(isComplete: boolean): void;
  /** The document's title changed. */
  onTitle(): void;
}

/** Reads a document in slices, and reads again what changes. */
export class PageReader {
  readonly #mentions: PageMentions;
  readonly #events: ReaderEvents;
  readonly #watch: PageWatch;
  readonly #hosts: ShadowHostSearch;
  readonly #roots = new Set<ShadowRoot>();
  readonly #schedule: Schedule;
  readonly #containers: ContainerReader;
  readonly #backoff = new MutationBackoff();
  #hasReadAll = false;
  #isBehind = false;
  /** A stack: the last task is the next to run. */
  #tasks: Task[] = [];
  readonly #scanPorts: ScanPorts;
  #hasReadHeadings = false;

  /**
   * @param filter tests which texts may hold a form
   * @param signal ends all reading
   */
  constructor(mentions: PageMentions, filter: FormFilter, events: ReaderEvents, signal: AbortSignal) {
    this.#mentions = mentions;
    this.#scanPorts = {
      filter,
      onContainer: (container) => this.#containers.read(container),
      // Text that is read comes first.
      onCode: (sample) => this.#tasks.unshift(new SampleTask(sample, mentions)),
    };
    this.#events = events;
    this.#schedule = new Schedule(() => this.#run(), signal);
    this.#containers = new ContainerReader(
      mentions,
      { push: (task) => this.#tasks.push(task), schedule: () => this.#schedule.whenIdle() },
      signal,
    );
    this.#watch = new PageWatch(() => {
      this.#backoff.recordMutation();
      this.#schedule.beforePaint();
    }, signal);
    this.#hosts = new ShadowHostSearch((root) => this.addShadowRoot(root));
    this.#watch.watch(page);
    this.#readAll(bodyElement() ?? rootElement() ?? page);
    this.#schedule.whenIdle();
    window.addEventListener('load', () => this.#schedule.whenIdle(), { once: true, signal });
  }

  /** The shadow roots that were found. */
  get shadowRoots(): ShadowRoot[] {
    return [...this.#roots];
  }

  /** Whether nothing is left to read just now. */
  get isComplete(): boolean {
    return !this.#isBehind && this.#tasks.length === 0 && !this.#containers.hasOutdated;
  }

  /** Whether changes wait for `catchUp`: on a page that keeps changing, all but those of text with mentions. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  /** Reads the changes that wait. */
  catchUp(): void {
    if (!this.#isBehind) return;
    const { isOver } = startSlice();
    this.#readChanges();
    this.#runTasks(isOver);
  }

  /** How long new text waits for the engine, in milliseconds; more than 0 only on pages that keep changing. */
  get backoffMs(): number {
    return this.#hasReadAll ? this.#backoff.delayMs : 0;
  }

  /**
   * Reads the headings, which are evidence for the whole page; once is enough.
   * @returns false if that was done before
   */
  readHeadings(): boolean {
    if (this.#hasReadHeadings) return false;
    this.#hasReadHeadings = true;
    for (const root of [page, ...this.#roots]) this.#readHeadings(root);
    this.#runTasks(startSlice().isOver);
    return true;
  }

  /** Adds a shadow root that was attached after its host was read. */
  addShadowRoot(root: ShadowRoot): void {
    if (this.#roots.has(root) || isSkipped(root.host)) return;
    this.#roots.add(root);
    this.#watch.watch(root);
    this.#readAll(root);
    this.#schedule.whenIdle();
  }

  /** Reads everything again, when code samples are to be read or no longer. */
  readAgain(): void {
    this.#mentions.dropWhere(() => true);
    for (const root of [bodyElement() ?? page, ...this.#roots]) this.#readAll(root);
    this.#schedule.whenIdle();
  }

  #dropRoot(root: ShadowRoot): void {
    this.#roots.delete(root);
    this.#mentions.dropWhere((container) => rootOf(container) === root);
  }

  #readAll(root: Node): void {
    if (this.#hasReadHeadings) this.#readHeadings(root);
    this.#tasks.push(this.#hosts.search(root), new ScanTask(root, this.#scanPorts));
  }

  #readHeadings(root: Node): void {
    const isIn = root instanceof Element && closest(root, HEADING);
    const headings = isIn ? [root] : queryAll(root as Element, HEADING);
    for (const heading of headings)
      for (const element of [heading, ...queryAll(heading, '*')])
        if (!isInline(element) && !this.#mentions.has(element)) this.#containers.read(element);
  }

  #run(): void {
    const { isOver } = startSlice();
    // Before later changes are added.
    this.#hasReadAll ||= this.isComplete;
    if (this.backoffMs > 0 && !this.#watch.hasMoves) this.#readUrgentChanges();
    else this.#readChanges();
    this.#runTasks(isOver);
    this.#events.onRead(this.isComplete);
  }

  #runTasks(isOver: () => boolean): void {
    for (let task = this.#tasks.at(-1); task; task = this.#tasks.at(-1)) {
      if (isOver()) {
        for (const waiting of this.#tasks) waiting.pause();
        this.#schedule.whenIdle();
        break;
      }
      // A task may add others, which are done first.
      if (attempt(() => task.advance(isOver)) !== false) this.#tasks.splice(this.#tasks.lastIndexOf(task), 1);
    }
  }

  /** Reads changed text with mentions: no mark may be painted over other words, not for a single frame. */
  #readUrgentChanges(): void {
    this.#isBehind = true;
    for (const container of this.#watch.takeContainers((changed) => this.#mentions.has(changed)))
      attempt(() => this.#containers.read(container));
  }

  #readChanges(): void {
    this.#isBehind = false;
    attempt(() => this.#applyChanges(this.#watch.takeChanges()));
    this.#hosts.recheck();
  }

  #applyChanges({ containers, added, moved, hasRemovals, hasNewTitle }: Changes): void {
    if (hasRemovals) {
      this.#mentions.dropWhere((container) => !isAttached(container));
    }
    if (hasRemovals || moved.size > 0)
      for (const root of this.#roots) if (!isAttached(root) || isSkipped(root.host)) this.#dropRoot(root);
    // Changed text is read first, because it has marks. Text that a running walk has yet to reach is read twice, with the
    // same result.
    if (moved.size > 0)
      this.#mentions.dropWhere((container) => moved.has(container) || isInside(container, moved));
    const reclassified = reclassifiedBy([...containers, ...added]);
    if (reclassified.size > 0)
      this.#mentions.dropWhere(
        (container) => reclassified.has(container) || isInside(container, reclassified),
      );
    for (const root of reclassified) added.add(root);
    for (const root of added)
      if (isAttached(root) && !isInside(root, added)) attempt(() => this.#readAll(root));
    for (const container of containers) this.#containers.read(container);
    if (hasNewTitle) this.#events.onTitle();
  }
}

/** The preformatted elements around changed nodes that turned from prose into code, or from code into prose. */
function reclassifiedBy(changed: readonly Node[]): Set<Node> {
  const preformatted = new Set(changed.map(preformattedAround));
  return new Set([...preformatted].filter((element) => element !== null && reclassify(element))) as Set<Node>;
}

function isInside(node: Node, others: ReadonlySet<Node>): boolean {
  for (let parent = parentOf(node); parent; parent = parentOf(parent)) if (others.has(parent)) return true;
  return false;
}

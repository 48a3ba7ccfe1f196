import type { FormFilter } from '../../core/form-filter';
import { HEADING, isInline, isSkipped } from '../../page/elements';
import { passOver } from '../../page/pass-over';
import { judgeAgain, preformattedAround } from '../../page/samples';
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
import type { PageMentions } from './mentions';
import { Pace } from './pace';
import { Rereading } from './rereading';
import { Schedule, startSlice } from './schedule';
import { HostSearch } from './shadow-hosts';
import { SampleTask, type ScanPorts, ScanTask, type Task } from './tasks';
import { type Changes, PageWatch } from './watch';

/** What the reader tells its owner. */
export interface ReaderEvents {
  /** Blocks came, went or changed; `isComplete` when nothing is left to read. */
  onRead(isComplete: boolean): void;
  /** The document's title changed. */
  onTitle(): void;
}

/** Reads a document in slices, and reads again what changes. */
export class PageReader {
  readonly #mentions: PageMentions;
  readonly #events: ReaderEvents;
  readonly #watch: PageWatch;
  readonly #hosts: HostSearch;
  readonly #roots = new Set<ShadowRoot>();
  readonly #schedule: Schedule;
  readonly #rereading: Rereading;
  readonly #pace = new Pace();
  #hasReadAll = false;
  #isBehind = false;
  /** The next one is the last. */
  #tasks: Task[] = [];
  readonly #scanPorts: ScanPorts;
  #hasReadHeadings = false;

  /**
   * @param filter says which texts may hold a form
   * @param signal ends all reading
   */
  constructor(mentions: PageMentions, filter: FormFilter, events: ReaderEvents, signal: AbortSignal) {
    this.#mentions = mentions;
    this.#scanPorts = {
      filter,
      onContainer: (container) => this.#rereading.read(container),
      // What is read comes first.
      onCode: (sample) => this.#tasks.unshift(new SampleTask(sample, mentions)),
    };
    this.#events = events;
    this.#schedule = new Schedule(() => this.#run(), signal);
    this.#rereading = new Rereading(
      mentions,
      { push: (task) => this.#tasks.push(task), wake: () => this.#schedule.whenIdle() },
      signal,
    );
    this.#watch = new PageWatch(() => {
      this.#pace.change();
      this.#schedule.beforePaint();
    }, signal);
    this.#hosts = new HostSearch((root) => this.addShadowRoot(root));
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
    return !this.#isBehind && this.#tasks.length === 0 && !this.#rereading.isWaiting;
  }

  /** Whether changes wait for `catchUp`: in a page that changes on and on, all but those of text with mentions. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  /** Takes the changes that wait. */
  catchUp(): void {
    if (!this.#isBehind) return;
    const { isOver } = startSlice();
    this.#takeChanges();
    this.#work(isOver);
  }

  /** How long what is new may wait for the engine, in milliseconds: the longer, the longer the page changes on and on. */
  get pace(): number {
    return this.#hasReadAll ? this.#pace.rest : 0;
  }

  /**
   * Reads the headings: they speak for the whole page, once there is something that they can speak for.
   * @returns whether that was not done before
   */
  readHeadings(): boolean {
    if (this.#hasReadHeadings) return false;
    this.#hasReadHeadings = true;
    for (const root of [page, ...this.#roots]) this.#readHeadings(root);
    this.#work(startSlice().isOver);
    return true;
  }

  /** Takes a shadow root in that was attached after its host was read. */
  addShadowRoot(root: ShadowRoot): void {
    if (this.#roots.has(root) || isSkipped(root.host)) return;
    this.#roots.add(root);
    this.#watch.watch(root);
    this.#readAll(root);
    this.#schedule.whenIdle();
  }

  /** Reads everything again: other text is read from now on. */
  readAgain(): void {
    this.#mentions.dropWhere(() => true);
    for (const root of [bodyElement() ?? page, ...this.#roots]) this.#readAll(root);
    this.#schedule.whenIdle();
  }

  #leave(root: ShadowRoot): void {
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
        if (!isInline(element) && !this.#mentions.has(element)) this.#rereading.read(element);
  }

  #run(): void {
    const { isOver } = startSlice();
    // Before what has changed since is taken.
    this.#hasReadAll ||= this.isComplete;
    if (this.pace > 0 && !this.#watch.hasMoves) this.#takeUrgent();
    else this.#takeChanges();
    this.#work(isOver);
    this.#events.onRead(this.isComplete);
  }

  #work(isOver: () => boolean): void {
    for (let task = this.#tasks.at(-1); task; task = this.#tasks.at(-1)) {
      if (isOver()) {
        for (const waiting of this.#tasks) waiting.pause();
        this.#schedule.whenIdle();
        break;
      }
      // Reading a container may come up while a walk goes on: it is done first.
      if (passOver(() => task.advance(isOver)) !== false)
        this.#tasks.splice(this.#tasks.lastIndexOf(task), 1);
    }
  }

  /** No mark may stand on other words, not for one frame. */
  #takeUrgent(): void {
    this.#isBehind = true;
    for (const container of this.#watch.takeContainers((changed) => this.#mentions.has(changed)))
      passOver(() => this.#rereading.read(container));
  }

  #takeChanges(): void {
    this.#isBehind = false;
    passOver(() => this.#take(this.#watch.take()));
    this.#hosts.lookAgain();
  }

  #take({ containers, added, moved, hasRemovals, hasNewTitle }: Changes): void {
    if (hasRemovals) {
      this.#mentions.dropWhere((container) => !isAttached(container));
    }
    if (hasRemovals || moved.size > 0)
      for (const root of this.#roots) if (!isAttached(root) || isSkipped(root.host)) this.#leave(root);
    // What changed comes first: there are marks on it. What a running walk has not reached yet is read twice, to the
    // same end.
    if (moved.size > 0)
      this.#mentions.dropWhere((container) => moved.has(container) || isInside(container, moved));
    const turned = turnedBy([...containers, ...added]);
    if (turned.size > 0)
      this.#mentions.dropWhere((container) => turned.has(container) || isInside(container, turned));
    for (const root of turned) added.add(root);
    for (const root of added)
      if (isAttached(root) && !isInside(root, added)) passOver(() => this.#readAll(root));
    for (const container of containers) this.#rereading.read(container);
    if (hasNewTitle) this.#events.onTitle();
  }
}

/** The preformatted elements that were prose and are code now, or the other way round, since nodes in them changed. */
function turnedBy(changed: readonly Node[]): Set<Node> {
  const preformatted = new Set(changed.map(preformattedAround));
  return new Set([...preformatted].filter((element) => element !== null && judgeAgain(element))) as Set<Node>;
}

function isInside(node: Node, others: ReadonlySet<Node>): boolean {
  for (let parent = parentOf(node); parent; parent = parentOf(parent)) if (others.has(parent)) return true;
  return false;
}

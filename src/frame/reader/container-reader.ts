import { attempt } from '../../page/attempt';
import type { PageMentions } from './mentions';
import { RunsTask, type Task } from './tasks';

/** Of the time, a text that changes on and on is read in one part, and left alone in so many. */
const COOLDOWN_FACTOR = 3;
/** The longest rest, in milliseconds. */
const MAX_COOLDOWN_MS = 2_000;

/** A container that is being read, or that rests after a long reading. */
interface Reading {
  hasStarted: boolean;
  /** It has changed since. */
  isOutdated: boolean;
}

interface Ports {
  /** Takes a piece of work that is to be done next. */
  push(task: Task): void;
  /** Has the work that waits done soon. */
  schedule(): void;
}

/** Reads containers, each once at a time, and long ones that change on and on with rests. */
export class ContainerReader {
  readonly #mentions: PageMentions;
  readonly #ports: Ports;
  readonly #readings = new Map<Node, Reading>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(mentions: PageMentions, ports: Ports, signal: AbortSignal) {
    this.#mentions = mentions;
    this.#ports = ports;
    signal.addEventListener('abort', () => this.#timers.forEach(clearTimeout));
  }

  /** Whether a container waits for another reading. */
  get hasOutdated(): boolean {
    for (const { isOutdated } of this.#readings.values()) if (isOutdated) return true;
    return false;
  }

  /** Has a container's own runs read, be it for the first time or anew. */
  read(container: Node): void {
    const current = this.#readings.get(container);
    if (current?.hasStarted) {
      current.isOutdated = true;
      this.#mentions.invalidate(container);
      return;
    }
    // One that waits still will find that this one has been before it.
    const reading: Reading = { hasStarted: false, isOutdated: false };
    this.#readings.set(container, reading);
    const task = new RunsTask(container, this.#mentions);
    const wasKnown = this.#mentions.has(container);
    let startedAt = 0;
    this.#ports.push({
      advance: (isOver) => {
        if (this.#readings.get(container) !== reading) return true;
        const isFirst = !reading.hasStarted;
        if (isFirst) startedAt = performance.now();
        reading.hasStarted = true;
        if (attempt(() => task.advance(isOver)) === false) {
          if (wasKnown) this.#mentions.invalidate(container);
          return false;
        }
        if (isFirst) this.#readings.delete(container);
        else this.#coolDown(container, reading, performance.now() - startedAt);
        return true;
      },
      pause: () => task.pause(),
    });
  }

  #coolDown(container: Node, reading: Reading, elapsedMs: number): void {
    if (reading.isOutdated) this.#mentions.invalidate(container);
    const end = () => {
      this.#timers.delete(timer);
      this.#readings.delete(container);
      if (!reading.isOutdated) return;
      this.read(container);
      this.#ports.schedule();
    };
    const timer = setTimeout(end, Math.min(COOLDOWN_FACTOR * elapsedMs, MAX_COOLDOWN_MS));
    this.#timers.add(timer);
  }
}

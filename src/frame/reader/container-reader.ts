import { attempt } from '../../page/attempt';
import type { PageMentions } from './mentions';
import { RunsTask, type Task } from './tasks';

/** After a long reading a container is left alone for this many times as long as the reading took. */
const COOLDOWN_FACTOR = 3;
/** The longest cool-down, in milliseconds. */
const MAX_COOLDOWN_MS = 2_000;

/** A container that is being read, or cools down after a long reading. */
interface Reading {
  hasStarted: boolean;
  /** It has changed since the reading started. */
  isOutdated: boolean;
}

interface Ports {
  /** Adds a task that is to be done next. */
  push(task: Task): void;
  /** Has waiting tasks run soon. */
  schedule(): void;
}

/** Reads containers, each once at a time; long ones that keep changing cool down in between. */
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

  /** Whether a container has changed since it was read. */
  get hasOutdated(): boolean {
    for (const { isOutdated } of this.#readings.values()) if (isOutdated) return true;
    return false;
  }

  /** Adds a task that reads a container's own runs of text, for the first time or again. */
  read(container: Node): void {
    const current = this.#readings.get(container);
    if (current?.hasStarted) {
      current.isOutdated = true;
      this.#mentions.invalidate(container);
      return;
    }
    // Replaces a reading that has not started: its task finds that out, and does nothing.
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

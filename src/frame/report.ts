import { ownGlobal } from '../platform/own-global';
import { ANSWER_KEY, type FrameAnswer, type FrameReport } from '../protocol/reports';

/** How often at most a page tells of changes, in milliseconds; one that changes on and on, after so many rests of its reader. */
const NOTIFY_INTERVAL_MS = 300;
const BACKOFF_FACTOR = 4;

interface Ports {
  /** What the frame has now: what its page shows and hides changes it without a word. */
  report(): FrameReport;
  /** How long a page that changes on and on lets its reader rest, in milliseconds. */
  backoffMs(): number;
  /** Says that there is another answer to be had. */
  notify(): void;
}

const scope = globalThis as { [ANSWER_KEY]?: true | (() => FrameAnswer) };

/** Answers whoever asks what the frame has, and tells when that has changed. Nobody hears of a frame that has nothing. */
export class Reporter {
  readonly #ports: Ports;
  #isRead = false;
  /** Whether somebody asked before the document was read. */
  #isRequested = ownGlobal(ANSWER_KEY) === true;
  /** The report that was heard last, as JSON. */
  #lastReport: string | undefined;
  #hasCards = false;
  /** When a step last led to a mention here; 0 where none has. */
  #reachedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDue = false;

  /** @param signal ends it: the frame answers no more */
  constructor(ports: Ports, signal: AbortSignal) {
    this.#ports = ports;
    scope[ANSWER_KEY] = () => this.answer();
    // Many a page shows its text only then.
    window.addEventListener('load', () => this.#isRead && this.update(), { once: true, signal });
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      delete scope[ANSWER_KEY];
    });
  }

  /** What the frame has now. Tells of it where it is not what was heard last. */
  answer(): FrameAnswer {
    if (!this.#isRead) {
      this.#isRequested = true;
      return 'reading';
    }
    const report = this.#ports.report();
    if (this.#lastReport === undefined && report.cards.length === 0)
      this.#lastReport = JSON.stringify(report);
    else if (JSON.stringify(report) !== this.#lastReport) this.update();
    return { ...report, reachedAt: this.#reachedAt };
  }

  /** A step has led to a mention of the frame; or, where it is `false`, the reader was taken back from it. */
  setReached(isReached = true): void {
    this.#reachedAt = isReached ? Date.now() : 0;
  }

  /** To be called when all of the document was read, or read again. */
  update(): void {
    this.#isRead = true;
    this.#isDue = this.#timer !== undefined;
    if (this.#isDue) return;
    this.#notifyIfChanged();
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        if (this.#isDue) this.update();
      },
      NOTIFY_INTERVAL_MS + BACKOFF_FACTOR * this.#ports.backoffMs(),
    );
  }

  /** The document goes away. With the top one, the browser clears the badge. */
  leave(): void {
    this.#isRead = false;
    if (this.#hasCards && self !== top) this.#ports.notify();
  }

  #notifyIfChanged(): void {
    const report = this.#ports.report();
    const text = JSON.stringify(report);
    this.#hasCards = report.cards.length > 0;
    // That there is nothing is said of the page, not of each frame in it.
    const isWanted = this.#isRequested && (self === top || report.hasUnreadCode);
    if (text === this.#lastReport || (this.#lastReport === undefined && !this.#hasCards && !isWanted)) return;
    this.#lastReport = text;
    this.#ports.notify();
  }
}

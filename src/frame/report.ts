import { ownGlobal } from '../platform/own-global';
import { ANSWER_KEY, type FrameAnswer, type FrameReport } from '../protocol/reports';

/** The shortest time between notifications, in milliseconds; on busy pages the reader's backoff times the factor is added. */
const NOTIFY_INTERVAL_MS = 300;
const BACKOFF_FACTOR = 4;

interface Ports {
  /** What the frame has now; it changes without notice when the page shows or hides text. */
  report(): FrameReport;
  /** The reader's current delay between readings, in milliseconds; 0 on pages that do not keep changing. */
  backoffMs(): number;
  /** Notifies the background that the frame's answer has changed. */
  notify(): void;
}

const scope = globalThis as { [ANSWER_KEY]?: true | (() => FrameAnswer) };

/** Answers requests for the frame's report, and notifies the background when it has changed; an empty one is no news. */
export class Reporter {
  readonly #ports: Ports;
  #isRead = false;
  /** Whether somebody asked before the document was read. */
  #isRequested = ownGlobal(ANSWER_KEY) === true;
  /** The report that was sent last, as JSON. */
  #lastReport: string | undefined;
  #hasCards = false;
  /** When a step last led to a mention here; 0 where none has. */
  #reachedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDue = false;

  /** @param signal stops answers and notifications */
  constructor(ports: Ports, signal: AbortSignal) {
    this.#ports = ports;
    scope[ANSWER_KEY] = () => this.answer();
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      delete scope[ANSWER_KEY];
    });
  }

  /** What the frame has now. Notifies as well if that is not what was sent last. */
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

  /** Records that the reader was led to a mention of the frame or, if false, back from it. */
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

  /** The document is being left. For the top frame's, the browser clears the badge itself. */
  leave(): void {
    this.#isRead = false;
    if (this.#hasCards && self !== top) this.#ports.notify();
  }

  #notifyIfChanged(): void {
    const report = this.#ports.report();
    const text = JSON.stringify(report);
    this.#hasCards = report.cards.length > 0;
    // Only the top frame reports that there is nothing.
    const isWanted = this.#isRequested && (self === top || report.hasUnreadCode);
    if (text === this.#lastReport || (this.#lastReport === undefined && !this.#hasCards && !isWanted)) return;
    this.#lastReport = text;
    this.#ports.notify();
  }
}

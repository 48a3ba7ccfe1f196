import { ownGlobal } from '../platform/own-global';
import { ANSWER_KEY, type FrameAnswer, type FrameReport } from '../protocol/reports';

/** How often at most a page tells of changes, in milliseconds; one that changes on and on, after so many rests of its reader. */
const TELL_MS = 300;
const TELL_RESTS = 4;

interface Ports {
  /** What the frame has now: what its page shows and hides changes it without a word. */
  report(): FrameReport;
  /** How long a page that changes on and on lets its reader rest, in milliseconds. */
  pace(): number;
  /** Says that there is another answer to be had. */
  tell(): void;
}

const scope = globalThis as { [ANSWER_KEY]?: true | (() => FrameAnswer) };

/** Answers whoever asks what the frame has, and tells when that has changed. Nobody hears of a frame that has nothing. */
export class Reporter {
  readonly #ports: Ports;
  #isRead = false;
  /** Whether somebody asked before the document was read. */
  #isAwaited = ownGlobal(ANSWER_KEY) === true;
  /** The report that was heard last, as JSON. */
  #heard: string | undefined;
  #hasCards = false;
  /** When a step last led to a mention here; 0 where none has. */
  #reachedAt = 0;
  #next: ReturnType<typeof setTimeout> | undefined;
  #isDue = false;

  /** @param signal ends it: the frame answers no more */
  constructor(ports: Ports, signal: AbortSignal) {
    this.#ports = ports;
    scope[ANSWER_KEY] = () => this.answer();
    signal.addEventListener('abort', () => {
      clearTimeout(this.#next);
      delete scope[ANSWER_KEY];
    });
  }

  /** What the frame has now. Tells of it where it is not what was heard last. */
  answer(): FrameAnswer {
    if (!this.#isRead) {
      this.#isAwaited = true;
      return 'reading';
    }
    const report = this.#ports.report();
    if (this.#heard === undefined && report.cards.length === 0) this.#heard = JSON.stringify(report);
    else if (JSON.stringify(report) !== this.#heard) this.update();
    return { ...report, reachedAt: this.#reachedAt };
  }

  /** A step has led to a mention of the frame; or, where it is `false`, the reader was taken back from it. */
  reach(isReached = true): void {
    this.#reachedAt = isReached ? Date.now() : 0;
  }

  /** To be called when all of the document was read, or read again. */
  update(): void {
    this.#isRead = true;
    this.#isDue = this.#next !== undefined;
    if (this.#isDue) return;
    this.#tellIfNew();
    this.#next = setTimeout(
      () => {
        this.#next = undefined;
        if (this.#isDue) this.update();
      },
      TELL_MS + TELL_RESTS * this.#ports.pace(),
    );
  }

  /** The document goes away. With the top one, the browser clears the badge. */
  leave(): void {
    this.#isRead = false;
    if (this.#hasCards && self !== top) this.#ports.tell();
  }

  #tellIfNew(): void {
    const report = this.#ports.report();
    const text = JSON.stringify(report);
    this.#hasCards = report.cards.length > 0;
    // That there is nothing is said of the page, not of each frame in it.
    const isWanted = this.#isAwaited && (self === top || report.hasUnreadCode);
    if (text === this.#heard || (this.#heard === undefined && !this.#hasCards && !isWanted)) return;
    this.#heard = text;
    this.#ports.tell();
  }
}

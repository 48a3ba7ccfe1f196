/** How often at most a page is reported, in milliseconds; one that changes on and on, after so many rests of its reader. */
const REPORT_MS = 300;
const REPORT_RESTS = 4;

/** Reports at once, but of a page that changes on and on only now and then. */
export class ReportThrottle {
  readonly #send: () => void;
  readonly #pace: () => number;
  #next: ReturnType<typeof setTimeout> | undefined;
  #isDue = false;

  /**
   * @param send reports
   * @param pace how long the page's reader rests now, in milliseconds
   * @param signal ends it; what is due is not reported then
   */
  constructor(send: () => void, pace: () => number, signal: AbortSignal) {
    this.#send = send;
    this.#pace = pace;
    signal.addEventListener('abort', () => clearTimeout(this.#next));
  }

  /** Says that there may be something new to report. */
  report(): void {
    this.#isDue = this.#next !== undefined;
    if (this.#isDue) return;
    this.#send();
    this.#next = setTimeout(
      () => {
        this.#next = undefined;
        if (this.#isDue) this.report();
      },
      REPORT_MS + REPORT_RESTS * this.#pace(),
    );
  }
}

import { pageTitle } from '../platform/dom';
import type { Request, Responses } from '../protocol/messages';
import type { PageMentions } from './reader/mentions';
import type { PageReader } from './reader/reader';
import type { StoredBlock } from './reader/stored-block';

/** Size of a batch for the background, in characters, roughly. */
const BATCH_CHARACTERS = 200_000;

/** How often reading is tried again where it failed, and after how many milliseconds, times the failures so far. */
const MAX_RETRIES = 3;
const RETRY_MS = 1_000;

interface Ports {
  readonly mentions: PageMentions;
  readonly reader: PageReader;
  /** Whether the page may hold a mention at all. @param blocks that wait for the engine */
  mayHoldMentions(blocks: readonly StoredBlock[]): Promise<boolean>;
  /** Loads what mentions need besides the engine's readings; resolves to false if that failed. */
  prepare(): Promise<boolean>;
  /** The engine's answer; undefined if that failed. */
  read(request: Request<'blocks.read'>): Promise<Responses['blocks.read'] | undefined>;
  /** Decides and paints. @param isComplete whether nothing is left to read */
  update(isComplete: boolean): void;
}

/** Has the background's engine read the blocks that may hold a mention: one batch at a time, throttled on busy pages. */
export class ReadLoop {
  readonly #ports: Ports;
  readonly #signal: AbortSignal;
  #isReading = false;
  /** Whether there may be more to read than when the current batch was taken. */
  #isAskedAgain = false;
  #failures = 0;
  #readAt = Number.NEGATIVE_INFINITY;
  #titleRead: string | undefined;

  constructor(ports: Ports, signal: AbortSignal) {
    this.#ports = ports;
    this.#signal = signal;
  }

  /** Reads what is new, unless that is being done; updates the page at once and after each batch. */
  async run(): Promise<void> {
    const { update, reader } = this.#ports;
    // Mentions that are still there are kept while the answer is awaited: one under a resting pointer must not vanish.
    update(false);
    this.#isAskedAgain = true;
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      do await this.#throttle();
      while (!this.#signal.aborted && ((await this.#readBatch()) || this.#isAskedAgain));
      this.#failures = 0;
    } catch (error) {
      console.debug('Sidelight:', error);
      this.#retryLater();
    } finally {
      this.#isReading = false;
    }
    update(reader.isComplete);
  }

  /** The background may have been stopped with the request in its hands, and the page may never change again. */
  #retryLater(): void {
    if (this.#signal.aborted || this.#failures === MAX_RETRIES) return;
    this.#failures++;
    const timer = setTimeout(() => void this.run(), RETRY_MS * this.#failures);
    this.#signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }

  /** Waits on a page that keeps changing: the longer it does, the longer. */
  async #throttle(): Promise<void> {
    if (!this.#isWaiting) return;
    const delayMs = this.#readAt + this.#ports.reader.backoffMs - performance.now();
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    this.#readAt = performance.now();
  }

  get #isWaiting(): boolean {
    const { reader, mentions } = this.#ports;
    return reader.isBehind || mentions.unread.length > 0 || this.#isTitleNew;
  }

  /** On a page without a mention the title is of no use. */
  get #isTitleNew(): boolean {
    return this.#ports.mentions.size > 0 && pageTitle() !== this.#titleRead;
  }

  /** @returns whether to continue */
  async #readBatch(): Promise<boolean> {
    const { mentions, reader, prepare, read, update } = this.#ports;
    this.#isAskedAgain = false;
    reader.catchUp();
    const blocks = nextBatch(mentions.unread, ({ block }) => block.text);
    if (blocks.length === 0 && !this.#isTitleNew) return reader.isBehind;
    if (!(await this.#ports.mayHoldMentions(mentions.unread))) return reader.isBehind;
    const title = pageTitle();
    const isTitleNew = title !== this.#titleRead;
    const [answer, isPrepared] = await Promise.all([
      read({
        blocks: blocks.map(({ block: { text, isHeading } }) => ({ text, isHeading })),
        ...(isTitleNew && { page: { title, url: location.origin } }),
      }),
      prepare(),
    ]);
    if (this.#signal.aborted) return false;
    if (!answer || !isPrepared) throw new Error('Not read.');
    mentions.addReadings(blocks, answer);
    if (answer.title) {
      mentions.setTitleCues(answer.title);
      this.#titleRead = title;
    }
    // Headings are evidence, so they are read before anything is marked.
    if (!(mentions.hasCandidates && reader.readHeadings())) update(false);
    return true;
  }
}

function nextBatch<T>(waiting: readonly T[], textOf: (one: T) => string): T[] {
  const batch: T[] = [];
  let characters = 0;
  for (const one of waiting) {
    if (characters >= BATCH_CHARACTERS) break;
    characters += textOf(one).length;
    batch.push(one);
  }
  return batch;
}

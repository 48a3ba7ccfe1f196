import { pageTitle } from '../platform/dom';
import type { Request, Responses } from '../protocol/messages';
import type { PageMentions } from './reader/mentions';
import type { PageReader } from './reader/reader';
import type { StoredBlock } from './reader/stored-block';

/** Characters that the background is sent at a time, roughly. */
const BATCH_CHARACTERS = 200_000;

interface Ports {
  readonly mentions: PageMentions;
  reader(): PageReader;
  /** Whether the page may hold a mention at all, by its blocks that wait for the engine. */
  mayMatter(blocks: readonly StoredBlock[]): Promise<boolean>;
  /** Has all at hand that mentions need beside what the engine reads; false where that failed. */
  prepare(): Promise<boolean>;
  /** Gives what the engine answers; undefined where that failed. */
  read(request: Request<'blocks.read'>): Promise<Responses['blocks.read'] | undefined>;
  /** Decides and paints; `isComplete` when nothing is left to read. */
  settle(isComplete: boolean): void;
}

/** Has the background's engine read what may hold a mention: in batches, one at a time, as fast as the page's pace. */
export class ReadLoop {
  readonly #ports: Ports;
  readonly #signal: AbortSignal;
  #isReading = false;
  #readAt = Number.NEGATIVE_INFINITY;
  #titleRead: string | undefined;

  constructor(ports: Ports, signal: AbortSignal) {
    this.#ports = ports;
    this.#signal = signal;
  }

  /** Has what is new read; decides and paints after each batch. */
  async readOn(): Promise<void> {
    const { settle, reader } = this.#ports;
    // Before the answer is there, what stayed is found again: under a pointer that rests, no mention may be missing.
    settle(false);
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      do await this.#rest();
      while (!this.#signal.aborted && (await this.#readBatch()));
    } catch (error) {
      console.debug('Sidelight:', error);
    } finally {
      this.#isReading = false;
    }
    settle(reader().isComplete);
  }

  /** Lets a page that changes on and on wait, the longer the longer it does. */
  async #rest(): Promise<void> {
    if (!this.#isWaiting) return;
    const rest = this.#readAt + this.#ports.reader().pace - performance.now();
    if (rest > 0) await new Promise((rested) => setTimeout(rested, rest));
    this.#readAt = performance.now();
  }

  get #isWaiting(): boolean {
    const { reader, mentions } = this.#ports;
    return reader().isBehind || mentions.unread.length > 0 || this.#isTitleNew;
  }

  /** Without a mention, the title says nothing that matters. */
  get #isTitleNew(): boolean {
    return this.#ports.mentions.size > 0 && pageTitle() !== this.#titleRead;
  }

  /** @returns whether to go on */
  async #readBatch(): Promise<boolean> {
    const { mentions, prepare, read, settle } = this.#ports;
    const reader = this.#ports.reader();
    reader.catchUp();
    const blocks = nextBatch(mentions.unread, ({ block }) => block.text);
    if (blocks.length === 0 && !this.#isTitleNew) return reader.isBehind;
    if (!(await this.#ports.mayMatter(mentions.unread))) return reader.isBehind;
    const title = pageTitle();
    const isTitleNew = title !== this.#titleRead;
    const [answer, isPrepared] = await Promise.all([
      read({
        blocks: blocks.map(({ block: { text, isHeading } }) => ({ text, isHeading })),
        ...(isTitleNew && { page: { title, url: location.origin } }),
      }),
      prepare(),
    ]);
    if (!answer || !isPrepared || this.#signal.aborted) return false;
    mentions.takeReadings(blocks, answer.readings, answer.related);
    if (answer.title) {
      mentions.takeTitle(answer.title);
      this.#titleRead = title;
    }
    // What headings say counts before anything is marked.
    if (!(mentions.hasCandidates && reader.readHeadings())) settle(false);
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

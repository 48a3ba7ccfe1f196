import { ask } from '../page/ask';
import { pageTitle } from '../platform/dom';
import type { Request, Responses } from '../protocol/messages';
import type { PageMentions } from './reader/mentions';
import type { PageReader } from './reader/reader';

/** Characters that the background is sent at a time, roughly. */
const BATCH_CHARACTERS = 200_000;

/** Text of fewer characters is not worth a question of its own, whether there may be something in it. */
const FEW_CHARACTERS = 2_000;

interface Ports {
  readonly mentions: PageMentions;
  reader(): PageReader;
  /** Gives what a question is answered with; undefined where it failed. */
  tell<T>(answer: Promise<T>): Promise<T | undefined>;
  /** Decides and paints; `isComplete` when nothing is left to read. */
  settle(isComplete: boolean): void;
}

/** Has the background's engine read what the page's reader found. */
export class EngineQueue {
  readonly #ports: Ports;
  readonly #signal: AbortSignal;
  #isAsking = false;
  #askedAt = Number.NEGATIVE_INFINITY;
  /** How often other corrections came to hold: an answer from before is not taken. */
  #corrected = 0;
  #readTitle: string | undefined;

  constructor(ports: Ports, signal: AbortSignal) {
    this.#ports = ports;
    this.#signal = signal;
  }

  /** Has what is new read, in batches, one at a time; decides and paints after each. */
  async readOn(): Promise<void> {
    const { settle, reader } = this.#ports;
    // Before the answer is there, what stayed is found again: under a pointer that rests, no mention may be missing.
    settle(false);
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      do await this.#rest();
      while (!this.#signal.aborted && (await this.#readBatch()));
    } catch (error) {
      console.debug('Sidelight:', error);
    } finally {
      this.#isAsking = false;
    }
    settle(reader().isComplete);
  }

  /** Says that other corrections hold: all is read anew. */
  readAgain(): Promise<void> {
    this.#corrected++;
    return this.readOn();
  }

  /** Lets a page that changes on and on wait, the longer the longer it does. */
  async #rest(): Promise<void> {
    if (!this.#isWaiting) return;
    const rest = this.#askedAt + this.#ports.reader().pace - performance.now();
    if (rest > 0) await new Promise((rested) => setTimeout(rested, rest));
    this.#askedAt = performance.now();
  }

  get #isWaiting(): boolean {
    const { reader, mentions } = this.#ports;
    return (
      reader().isBehind || reader().unsifted.length > 0 || mentions.unread.length > 0 || this.#isTitleNew
    );
  }

  /** Without a mention, the title says nothing that matters. */
  get #isTitleNew(): boolean {
    return this.#ports.mentions.size > 0 && pageTitle() !== this.#readTitle;
  }

  /** @returns whether to go on */
  async #readBatch(): Promise<boolean> {
    const { mentions, tell, settle } = this.#ports;
    const reader = this.#ports.reader();
    reader.catchUp();
    const texts = nextBatch(reader.unsifted, ({ text }) => text);
    if (texts.reduce((sum, { text }) => sum + text.length, 0) < FEW_CHARACTERS) reader.takeSifted(texts);
    else {
      const answer = await tell(ask('texts.sift', { texts: texts.map(({ text }) => text) }));
      if (!answer || this.#signal.aborted) return false;
      reader.takeSifted(texts, answer.pieces);
    }
    const blocks = nextBatch(mentions.unread, ({ block }) => block.text);
    if (blocks.length === 0 && !this.#isTitleNew) return reader.unsifted.length > 0 || reader.isBehind;
    const title = pageTitle();
    const before = this.#corrected;
    const request: Request<'blocks.read'> = {
      blocks: blocks.map(({ block: { text, isHeading } }) => ({ text, isHeading })),
      ...(title !== this.#readTitle && { page: { title, url: location.origin } }),
    };
    const answer: Responses['blocks.read'] | undefined = await tell(ask('blocks.read', request));
    if (!answer || this.#signal.aborted) return false;
    if (before !== this.#corrected) return true;
    mentions.takeReadings(blocks, answer.readings, answer.related);
    if (answer.title) {
      mentions.takeTitle(answer.title);
      this.#readTitle = title;
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

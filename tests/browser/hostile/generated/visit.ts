import type { Page } from 'puppeteer-core';
import { waitFor } from '../../../../scripts/browser/wait';
import type { Bench } from '../../in-browsers';
import { collectErrors } from './errors';
import {
  askCardBox,
  awaitCard,
  type Box,
  findPoints,
  markUnseen,
  type Point,
  readLines,
  readMarks,
  settle,
  underline,
} from './in-page';
import {
  changesAround,
  findTarget,
  isAltered,
  linesIn,
  placeFaults,
  type Shots,
  strayChanges,
  type Target,
} from './look';
import type { GeneratedPage } from './page';
import { type Picture, placesIn, readPng } from './png';

/** What one page came to. */
export interface Outcome {
  readonly seed: number;
  /** What a reader would complain of. */
  readonly faults: readonly string[];
  /** Why no card was tried, where none was. */
  readonly skipped?: string;
}

/** What every page has to have: the texts marked on the plain page, and the number of mentions counted. */
export interface Wanted {
  readonly texts: readonly string[];
  readonly total: number;
}

/** A page answers in so many milliseconds. */
const ANSWER_MS = 1_000;
const COUNT_MS = 5_000;
/** What is counted is marked as soon. */
const MARKS_MS = 1_000;
const CARD_MS = 3_000;
const VISIT_MS = 15_000;

/** Visits generated pages one after the other, in one tab; in another after a page that answers no more. */
export class Visits {
  readonly #bench: Bench;
  readonly #size: { readonly width: number; readonly height: number };
  #tab: { readonly page: Page; readonly errors: string[] } | undefined;

  /** @param size of the window, in CSS pixels */
  constructor(bench: Bench, size: { readonly width: number; readonly height: number }) {
    this.#bench = bench;
    this.#size = size;
  }

  /** Opens a page, and does with it what a reader would. */
  async visit(generated: GeneratedPage, url: string, wanted: Wanted): Promise<Outcome> {
    const { seed } = generated;
    const faults: string[] = [];
    try {
      const skipped = await within(VISIT_MS, 'the visit', this.#visit(generated, url, wanted, faults));
      return { seed, faults, ...(skipped && { skipped }) };
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
      // What hangs may never close.
      void this.#tab?.page.close().catch(() => {});
      this.#tab = undefined;
      return { seed, faults };
    }
  }

  async #open(): Promise<{ readonly page: Page; readonly errors: string[] }> {
    const page = await this.#bench.driven.open('about:blank', this.#size);
    return { page, errors: await collectErrors(this.#bench, page) };
  }

  /** @returns why no card was tried, where none was */
  async #visit(
    generated: GeneratedPage,
    url: string,
    wanted: Wanted,
    faults: string[],
  ): Promise<string | undefined> {
    this.#tab ??= await this.#open();
    const { page, errors } = this.#tab;
    errors.length = 0;
    // Where a page has the least that changes under a mouse.
    await page.mouse.move(this.#size.width - 1, this.#size.height - 1);
    await page.goto(url);
    await this.#expectAnswer('after load');
    faults.push(...(await this.#checkCount(generated, wanted)));
    const { missing, extra } = await this.#readMarks(generated, wanted);
    if (extra.length > 0) faults.push(`marked too: ${extra.join(', ')}`);
    await page.evaluate(settle, generated.seed);
    const texts = await page.evaluate(readLines);
    const points = await page.evaluate(findPoints, texts);
    const marks = texts.map((text, index) => ({ ...text, points: points[index] ?? [] }));
    const shots = await this.#shootAll();
    const lines = linesIn(shots);
    let strays = strayChanges(shots, lines, marks);
    if (strays.length > 0) {
      await this.#addShadows(lines, shots);
      strays = strayChanges(shots, lines, marks);
    }
    faults.push(...strays);
    const target = findTarget(marks, lines, shots.plain.width, generated.seed);
    if (target) faults.push(...(await this.#tryCard(target, shots, lines)));
    const wronged = [];
    for (const text of missing) if (!(await this.#wouldAlter(text))) wronged.push(text);
    if (wronged.length > 0) faults.push(`not marked: ${wronged.join(', ')}`);
    faults.push(...errors);
    return target ? undefined : 'no term is to be seen alone';
  }

  get #page(): Page {
    if (!this.#tab) throw new Error('No tab is open');
    return this.#tab.page;
  }

  async #expectAnswer(when: string): Promise<void> {
    await within(
      ANSWER_MS,
      `an answer ${when}`,
      this.#page.evaluate(() => 'answer'),
    );
  }

  async #checkCount({ hidden }: GeneratedPage, { total }: Wanted): Promise<string[]> {
    let counted = -1;
    const isRight = async () => {
      const report = await this.#bench.driven.reportOf(this.#page);
      counted = report.total;
      // Before it is read, none is counted: where all may be hidden, that would be right too early.
      const isRead = report.state === 'read';
      return (isRead && counted <= total && counted >= total - hidden.length) || undefined;
    };
    return waitFor('the count', isRight, { timeoutMs: COUNT_MS }).then(
      () => [],
      () => [`${counted} mentions counted, not ${total}`],
    );
  }

  /** Which texts are not marked though they should, and which are though they should not. */
  async #readMarks({ doubtful }: GeneratedPage, { texts }: Wanted) {
    const required = texts.filter((text) => !doubtful.includes(text));
    const extra = await this.#page.evaluate(readMarks, required, MARKS_MS);
    const missing = texts.filter((text) => {
      const place = extra.indexOf(text);
      if (place >= 0) extra.splice(place, 1);
      return place < 0 && !doubtful.includes(text);
    });
    return { missing, extra };
  }

  /** Whether a mark would alter how a text looks, so that it is rightly left alone. */
  async #wouldAlter(text: string): Promise<boolean> {
    const shootWith = async (isMarked: boolean) =>
      (await this.#page.evaluate(markUnseen, text, isMarked)) ? this.#shoot() : undefined;
    const plain = await shootWith(false);
    const marked = await shootWith(true);
    return plain !== undefined && marked !== undefined && isAltered(marked, plain);
  }

  /** Adds the shadows that filters of the page give to underlines, to where those may be. */
  async #addShadows(lines: Uint8Array, { black, white }: Shots): Promise<void> {
    await this.#page.evaluate(underline, 'transparent');
    const clear = await this.#shoot();
    for (const each of [black, white])
      for (const i of placesIn(linesIn({ black: each, white: clear }))) lines[i] = 1;
    await this.#page.evaluate(underline, null);
  }

  async #shootAll(): Promise<Shots> {
    const shootWith = async (colour: string | null) => {
      await this.#page.evaluate(underline, colour);
      return this.#shoot();
    };
    return {
      marked: await this.#shoot(),
      plain: await shootWith(null),
      black: await shootWith('black'),
      white: await shootWith('white').then(async (picture) => {
        await this.#page.evaluate(underline, null);
        return picture;
      }),
    };
  }

  async #shoot(): Promise<Picture> {
    const isChrome = this.#bench.name === 'chrome';
    return readPng(
      await this.#page.screenshot(isChrome ? { optimizeForSpeed: true, captureBeyondViewport: false } : {}),
    );
  }

  /** Rests on a term until its card opens, looks at it, and closes it. */
  async #tryCard({ text, boxes, box, point }: Target, shots: Shots, lines: Uint8Array): Promise<string[]> {
    const page = this.#page;
    const faults: string[] = [];
    await restWithin(page, box, point);
    const over = `over ${text} at ${point.x}, ${point.y}`;
    if (!(await page.evaluate(awaitCard, true, CARD_MS))) return [`no card opened ${over}`];
    const card = await this.#readCard();
    if (!card) faults.push(`the card ${over} shows nothing`);
    else faults.push(...placeFaults(card, box, shots.plain).map((fault) => `the card ${over} ${fault}`));
    await this.#expectAnswer('with a card open');
    if (card) {
      const changed = changesAround(card, boxes, shots, lines, await this.#shoot());
      faults.push(...changed.map((what) => `${what} changed around the card ${over}`));
    }
    await page.keyboard.press('Escape');
    if (!(await page.evaluate(awaitCard, false, CARD_MS))) faults.push(`the card ${over} did not close`);
    return faults;
  }

  async #readCard(): Promise<Box | null> {
    const tabId = await this.#bench.driven.tabIdOf(this.#page);
    return this.#bench.driven.inExtension(askCardBox, tabId);
  }
}

/** Rests the mouse on a point as a hand does, coming along the line: no other term lies on the way. */
async function restWithin(page: Page, { left, top, right, bottom }: Box, { x, y }: Point): Promise<void> {
  const [dx, dy] = right - left > bottom - top ? [1, 0] : [0, 1];
  await page.mouse.move(x - 12 * dx, y - 12 * dy, { steps: 4 });
  await page.mouse.move(x - dx, y - dy, { steps: 4 });
  await page.mouse.move(x, y);
}

/** @throws Error where it takes longer than so many milliseconds */
async function within<T>(timeoutMs: number, what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not within ${timeoutMs} ms: ${what}`)), timeoutMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

import type { Page } from 'puppeteer-core';
import { restMouse } from '../../../../scripts/browser/mention';
import { waitFor } from '../../../../scripts/browser/wait';
import type { Bench } from '../../in-browsers';
import { collectErrors } from './errors';
import { askCardBox, awaitCard, type Box, type Marked, readMarks, settle, underline } from './in-page';
import type { GeneratedPage } from './page';
import { differences, dilate, type Picture, readPng } from './png';

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
const MARKS_MS = 5_000;
const CARD_MS = 3_000;
const VISIT_MS = 15_000;
/** Pixels between a card and its term, at most. */
const NEAR = 24;
/** Room that a card needs on some side of its term. */
const ROOM = { width: 360, height: 170 };
/** How far around a card its shadow reaches. */
const SHADOW = 48;
/** Pixels by which an underline may lie beside the broad one that stands for it. */
const STRAY = 2;
/** Pixels around the end of a mark in which letters may overlap it. */
const END = 4;
/** So many pixels in a picture may belong to letters that overlap where a piece of a mark ends: too few to see. */
const SEAMS = 12;

type Shots = Readonly<Record<'marked' | 'plain' | 'black' | 'white', Picture>>;

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
    faults.push(...(await this.#checkMarks(generated, wanted)));
    const marked = await page.evaluate(settle, generated.seed);
    const pictures = await this.#shootAll();
    const { width } = pictures.plain;
    const line = differences(pictures.black, pictures.white);
    faults.push(...strayChanges(pictures, marked));
    const target = findTarget(marked, line, width, generated.seed);
    if (target) faults.push(...(await this.#tryCard(target, pictures.marked, dilate(line, width, STRAY))));
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

  async #checkMarks({ doubtful, hidden }: GeneratedPage, { texts, total }: Wanted): Promise<string[]> {
    const required = texts.filter((text) => !doubtful.includes(text));
    const found = await this.#page.evaluate(readMarks, required, MARKS_MS);
    const left = [...found];
    const missing = texts.filter((text) => {
      const place = left.indexOf(text);
      if (place >= 0) left.splice(place, 1);
      return place < 0 && !doubtful.includes(text);
    });
    const faults: string[] = [];
    if (missing.length > 0) faults.push(`not marked: ${missing.join(', ')}`);
    if (left.length > 0) faults.push(`marked too: ${left.join(', ')}`);
    let counted = -1;
    await waitFor(
      'the count',
      async () => {
        counted = (await this.#bench.driven.reportOf(this.#page)).total;
        return (counted <= total && counted >= total - hidden.length) || undefined;
      },
      { timeoutMs: faults.length > 0 ? 300 : MARKS_MS },
    ).catch(() => faults.push(`${counted} mentions counted, not ${total}`));
    return faults;
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
  async #tryCard({ text, boxes, box, point }: Target, before: Picture, lines: Uint8Array): Promise<string[]> {
    const page = this.#page;
    const faults: string[] = [];
    await restMouse(page, point);
    const over = `over ${text} at ${point.x}, ${point.y}`;
    if (!(await page.evaluate(awaitCard, true, CARD_MS))) return [`no card opened ${over}`];
    const card = await this.#readCard();
    const view = { width: before.width, height: before.height };
    if (!card) faults.push(`the card ${over} shows nothing`);
    else faults.push(...placeFaults(card, box, view).map((fault) => `the card ${over} ${fault}`));
    await this.#expectAnswer('with a card open');
    if (card) {
      const changed = differences(before, await this.#shoot());
      const own = [grow(card, SHADOW), ...boxes.map((each) => grow(each, 6))];
      const beside = changed.map((isChanged, i) =>
        isChanged && !lines[i] && !isIn(own, i % before.width, Math.floor(i / before.width)) ? 1 : 0,
      );
      faults.push(...describe(beside, before.width).map((what) => `${what} changed around the card ${over}`));
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

/** @throws Error where it takes longer than so many milliseconds */
async function within<T>(timeoutMs: number, what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not within ${timeoutMs} ms: ${what}`)), timeoutMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** What changed where no underline can be. */
function strayChanges({ marked, plain, black, white }: Shots, marks: readonly Marked[]): string[] {
  const { width } = plain;
  const line = dilate(differences(black, white), width, STRAY);
  const ends = marks.flatMap(({ boxes }) => boxes.flatMap(endsOf));
  const changed = differences(marked, plain);
  // Where a mark ends, browsers paint overlapping letters anew, whatever the mark looks like.
  const strayed = changed.map((isChanged, i) =>
    isChanged && !line[i] && !isIn(ends, i % width, Math.floor(i / width)) ? 1 : 0,
  );
  return describe(strayed, width).map((what) => `${what} changed beside the underlines`);
}

/** How many pixels are set, and where; nothing where only a few are. */
function describe(mask: Uint8Array, width: number): string[] {
  const [left, top, right, bottom] = [width, mask.length, 0, 0];
  const box = { left, top, right, bottom };
  let count = 0;
  mask.forEach((isSet, i) => {
    if (!isSet) return;
    count++;
    box.left = Math.min(box.left, i % width);
    box.right = Math.max(box.right, i % width);
    box.top = Math.min(box.top, Math.floor(i / width));
    box.bottom = Math.max(box.bottom, Math.floor(i / width));
  });
  return count <= SEAMS ? [] : [`${count} pixels in ${show(box)}`];
}

const show = ({ left, top, right, bottom }: Box) =>
  JSON.stringify([left, top, right, bottom].map(Math.round));

const isIn = (boxes: readonly Box[], x: number, y: number) =>
  boxes.some(({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom);

/** The two ends of a line of text, however it runs. */
function endsOf(box: Box): Box[] {
  const { left, top, right, bottom } = box;
  return right - left > bottom - top
    ? [grow({ ...box, right: left }, END), grow({ ...box, left: right }, END)]
    : [grow({ ...box, bottom: top }, END), grow({ ...box, top: bottom }, END)];
}

interface Target {
  readonly text: string;
  readonly boxes: readonly Box[];
  /** Its line under the pointer. */
  readonly box: Box;
  readonly point: { readonly x: number; readonly y: number };
}

/** A term whose underline is to be seen, where no other text lies. */
function findTarget(
  marked: readonly Marked[],
  line: Uint8Array,
  width: number,
  seed: number,
): Target | undefined {
  const targets = marked.flatMap(({ text, boxes, points }) =>
    boxes.flatMap((box, i) => {
      const point = points[i];
      return point && countInside(line, width, box) > 2 ? [{ text, boxes, box, point }] : [];
    }),
  );
  return targets[seed % targets.length];
}

function countInside(mask: Uint8Array, width: number, { left, top, right, bottom }: Box): number {
  let count = 0;
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(mask.length / width, bottom); y++)
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x++)
      count += mask[y * width + x] ?? 0;
  return count;
}

const grow = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

/** What is wrong with a card's place beside the term's box under the pointer. */
function placeFaults(card: Box, term: Box, view: { width: number; height: number }): string[] {
  const faults: string[] = [];
  const shown = show(card);
  if (card.left < -0.5 || card.top < -0.5 || card.right > view.width + 0.5 || card.bottom > view.height + 0.5)
    faults.push(`is not inside the window: ${shown}`);
  const hasRoom =
    Math.max(term.top, view.height - term.bottom) > ROOM.height ||
    Math.max(term.left, view.width - term.right) > ROOM.width;
  if (!hasRoom) return faults;
  const dx = Math.max(card.left - term.right, term.left - card.right);
  const dy = Math.max(card.top - term.bottom, term.top - card.bottom);
  const line = show(term);
  if (Math.max(dx, dy) > NEAR)
    faults.push(`is ${Math.round(Math.max(dx, dy))} px off: ${shown}, the term ${line}`);
  if (dx < -1 && dy < -1) faults.push(`lies over its term: ${shown}, the term ${line}`);
  return faults;
}

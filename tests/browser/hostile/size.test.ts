import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { findMention, restMouse, waitForCard } from '../../../scripts/browser/mention';
import { waitFor } from '../../../scripts/browser/wait';
import { type Bench, htmlPage, inBrowsers, paintedTexts, waitForPainted } from '../in-browsers';
import { hostilePages } from './pages';

const FILLER = 'Plain words about gardens, bread and rivers, and nothing else in them at all. ';
const TERMS = 'Anthropic trains Claude on Trainium chips from AWS. ';
const MEGABYTE = 1_000_000;

/** Paragraphs of so many characters in all, each hundredth of which has four terms. */
function longText(characters: number, gap: string): { text: string; marks: number } {
  const parts: string[] = [];
  let marks = 0;
  for (let length = 0; length < characters; length += (parts.at(-1) as string).length) {
    const hasTerms = parts.length % 100 === 0;
    if (hasTerms) marks += 4;
    parts.push(`${hasTerms ? TERMS : ''}${FILLER.repeat(4)}${gap}`);
  }
  return { text: parts.join(''), marks };
}

const file = longText(5 * MEGABYTE, '\n\n');
const prose = longText(5 * MEGABYTE, '\n');
/** Not one space or line to cut at. */
const unbroken = `Trainium ${'x'.repeat(MEGABYTE)} Inferentia`;

/** A body whose pieces the test sends. */
class Stream {
  #send: ((piece: string | undefined) => void) | undefined;
  readonly #waiting: (string | undefined)[] = [];

  send(piece: string | undefined): void {
    if (!this.#send) this.#waiting.push(piece);
    this.#send?.(piece);
    this.#send = undefined;
  }

  async *pieces(): AsyncGenerator<string> {
    for (;;) {
      const piece =
        this.#waiting.length > 0
          ? this.#waiting.shift()
          : await new Promise<string | undefined>((send) => {
              this.#send = send;
            });
      if (piece === undefined) return;
      yield piece;
    }
  }
}

const START =
  '<!doctype html><title>A stream</title><p>Anthropic rents <b id="first">Trainium</b> chips.</p>';
const PLAIN = { 'content-type': 'text/plain; charset=utf-8' };
const streams = new Map<string, Stream>();

/** A stream for each browser and test. */
function streamed(name: string) {
  return () => {
    const stream = new Stream();
    streams.set(name, stream);
    return stream.pieces();
  };
}

async function* twentySeconds(): AsyncGenerator<string> {
  yield START;
  for (let second = 0; second < 20; second++) {
    await new Promise((over) => setTimeout(over, 1_000));
    yield `<p>Second ${second}: ${FILLER}</p>`;
  }
  yield '<p>NVIDIA at last.</p>';
}

const routes = {
  '/file': { body: file.text, headers: PLAIN },
  '/prose': htmlPage(`<p>${prose.text}</p>`),
  '/unbroken': htmlPage(`<p>${unbroken}</p>`),
  '/stream': { body: streamed('page') },
  '/log': { body: streamed('log'), headers: PLAIN },
  '/framed': htmlPage('<p>Inferentia.</p><iframe src="/stream" width="600" height="300"></iframe>'),
  '/twenty': { body: twentySeconds },
  '/empty': htmlPage(''),
  ...hostilePages,
};

/** Goes to a page that is not to be waited for: it has not loaded. */
async function begin(bench: Bench, path: string): Promise<Page> {
  const page = await bench.open('/empty');
  streams.clear();
  await page.evaluate((url) => {
    location.href = url;
  }, bench.served.url(path));
  return page;
}

const streamOf = (name: string) => waitFor(`the request for the ${name}`, () => streams.get(name));

/** As `waitForPainted`, in a page whose document may be another in a moment. */
async function waitForMarks(page: Page, texts: readonly string[]): Promise<void> {
  const wanted = [...texts].sort().join();
  await waitFor(
    `the marks ${wanted}`,
    async () => {
      const found = await paintedTexts(page).catch(() => []);
      return found.sort().join() === wanted || undefined;
    },
    { timeoutMs: 20_000 },
  );
}

const countOf = async (page: Page) => (await paintedTexts(page)).length;
const waitForCount = (page: Page, count: number) =>
  waitFor(`${count} marks`, async () => (await countOf(page)) === count || undefined, { timeoutMs: 60_000 });

/** The page's own script runs meanwhile: nobody holds it up for a second, on a machine that is busy too. */
const watchAnswers = (page: Page) =>
  page.evaluate(() => {
    const scope = window as unknown as { turns: number };
    scope.turns = 0;
    setInterval(() => scope.turns++, 10);
  });
const turnsOf = (page: Page) => page.evaluate(() => (window as unknown as { turns: number }).turns);

inBrowsers(
  'a text of megabytes',
  routes,
  (bench) => {
    it.each([
      ['/file', file.marks],
      ['/prose', prose.marks],
    ])('is read to its end, in slices: %s', { timeout: 120_000 }, async (path, marks) => {
      const page = await bench.open(path);
      await watchAnswers(page);
      await waitForCount(page, marks);
      // In one stretch, it would have had no turn at all.
      expect(await turnsOf(page)).toBeGreaterThan(0);
      await page.close();
    });

    it('is read without a space to cut it at', { timeout: 60_000 }, async () => {
      const page = await bench.open('/unbroken');
      await waitForPainted(page, ['Trainium', 'Inferentia']);
      await page.close();
    });

    it.each([
      ['size-runs', ['Anthropic', 'Trainium', 'Inferentia', 'NVIDIA']],
      ['size-letters', ['Trainium', 'Inferentia']],
      ['size-deep', ['Trainium', 'Inferentia']],
      ['size-growing', ['Trainium', 'Inferentia']],
    ])('is read in whatever parts it stands: %s', { timeout: 60_000 }, async (name, texts) => {
      const page = await begin(bench, `/${name}.html`);
      await waitForMarks(page, texts);
      await page.close();
    });
  },
  { everyMention: true },
);

inBrowsers(
  'a page that goes on loading',
  routes,
  (bench) => {
    const stateOf = (page: Page) => page.evaluate(() => document.readyState);

    it('is read as it comes', async () => {
      const page = await begin(bench, '/stream');
      const stream = await streamOf('page');
      stream.send(START);
      await waitForMarks(page, ['Anthropic', 'Trainium']);
      stream.send('<p>Inferentia in part, and NVI');
      await waitForMarks(page, ['Anthropic', 'Trainium', 'Inferentia']);
      expect(await stateOf(page)).toBe('loading');
      await page.bringToFront();
      await restMouse(page, (await findMention(page, 'Trainium')) ?? { x: 0, y: 0 });
      await waitForCard(page);
      await page.keyboard.press('Escape');
      stream.send('DIA in whole.</p>');
      await waitForMarks(page, ['Anthropic', 'Trainium', 'Inferentia', 'NVIDIA']);
      stream.send(undefined);
      await page.waitForFunction(() => document.readyState === 'complete');
      await waitForMarks(page, ['Anthropic', 'Trainium', 'Inferentia', 'NVIDIA']);
      await bench.driven.waitForBadge(page, '4');
      await page.close();
    });

    it('is read as it comes, be it plain text', async () => {
      const page = await begin(bench, '/log');
      const stream = await streamOf('log');
      stream.send(`Anthropic trains.\n\n${`${FILLER}\n\n`.repeat(2_000)}`);
      await waitForMarks(page, ['Anthropic']);
      stream.send(`Trainium is next.\n\n${`${FILLER}\n\n`.repeat(2_000)}`);
      await waitForMarks(page, ['Anthropic', 'Trainium']);
      expect(await stateOf(page)).toBe('loading');
      stream.send(undefined);
      await page.close();
    });

    it('is read as it comes, be it in a frame', async () => {
      const page = await begin(bench, '/framed');
      const stream = await streamOf('page');
      stream.send(START);
      await waitForMarks(page, ['Inferentia']);
      await bench.driven.waitForReport(page, ({ total }) => total === 3);
      stream.send('<p>NVIDIA.</p>');
      await bench.driven.waitForReport(page, ({ total }) => total === 4);
      stream.send(undefined);
      await page.close();
    });

    it('is read from its start on, though it takes 20 seconds', { timeout: 60_000 }, async () => {
      const page = await begin(bench, '/twenty');
      await waitForMarks(page, ['Anthropic', 'Trainium']);
      expect(await stateOf(page)).toBe('loading');
      await page.waitForFunction(() => document.readyState === 'complete', { timeout: 40_000 });
      await waitForMarks(page, ['Anthropic', 'Trainium', 'NVIDIA']);
      await page.close();
    });
  },
  { everyMention: true },
);

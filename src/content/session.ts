import type { Settings } from '../core/settings';
import { contentRuntime, isConnected } from '../platform/content-runtime';
import { pageTitle, rootElement } from '../platform/dom';
import { checkFrameRequest } from '../protocol/frame-requests';
import type { Responses } from '../protocol/messages';
import { type Handlers, receive } from '../protocol/receive';
import { ask } from './background';
import { LazyCompanion } from './companion';
import { READING_KEY, readingScope } from './follow/reading';
import { followKeys } from './input/keys';
import { followPointer } from './input/pointer';
import { readCode } from './page/elements';
import { PageMentions } from './page/mentions';
import { PageReader } from './page/reader';
import { summarize } from './page/summary';
import { Painter } from './paint/highlight';

/** What the background told when the frame asked. */
interface Told {
  readonly keys: Responses['site.ask']['keys'];
  readonly known: readonly string[];
  readonly settings: Settings;
}

/**
 * One document's life with Sidelight: reads it, marks it, follows it, until the signal.
 * @param controller ends the session for good: the site was switched off, or the extension is gone
 */
export function startSession({ keys, known, settings }: Told, controller: AbortController): void {
  const { signal } = controller;
  const mentions = new PageMentions();
  mentions.takeKnown(known);
  const painter = new Painter(signal);
  const companion = new LazyCompanion(
    {
      mentions,
      settings: () => settings,
      onChange: () => paint(),
      onCorrected: ({ known }) => takeKnown(known),
      onGone: () => controller.abort(),
    },
    signal,
  );
  const followers = new Set<() => void>();
  readingScope[READING_KEY] = { mentions, followers, signal };
  let lastReport = '';
  let shownAt = performance.timeOrigin;
  let input: AbortController | undefined;

  const paint = () => {
    const { open, pinned, flashed } = companion.shown;
    const isOpen = (key: number) => key === open || key === flashed;
    const marked = [...mentions.all()].filter((mention) => mention.isMarked || isOpen(mention.key));
    painter.paint({
      open: marked.filter(({ key }) => isOpen(key)).map(({ range }) => range),
      pinned: marked.filter(({ key }) => pinned.includes(key) && !isOpen(key)).map(({ range }) => range),
      rest: marked.filter(({ key }) => !pinned.includes(key) && !isOpen(key)).map(({ range }) => range),
    });
  };

  const tell = async <T>(message: Promise<T>): Promise<T | undefined> => {
    try {
      return await message;
    } catch (error) {
      if (!isConnected()) controller.abort();
      else console.debug('Sidelight:', error);
      return undefined;
    }
  };

  const summary = () => ({
    shownAt,
    cards: summarize(mentions.all()),
    hasUnreadCode: mentions.hasUnreadCode,
  });
  const sendReport = () => {
    const request = summary();
    const text = JSON.stringify(request);
    // That there is nothing in it is said of the page, not of each frame in it.
    const isEmpty = request.cards.length === 0 && !request.hasUnreadCode;
    const isSilent = lastReport === '' && isEmpty && self !== top;
    if (text === lastReport || isSilent) return;
    lastReport = text;
    void tell(ask('page.scanned', request));
  };
  let nextReport: ReturnType<typeof setTimeout> | undefined;
  let isReportDue = false;
  /** Reports at once, but to a page that changes on and on only now and then. */
  const report = () => {
    isReportDue = nextReport !== undefined;
    if (isReportDue) return;
    sendReport();
    nextReport = setTimeout(() => {
      nextReport = undefined;
      if (isReportDue) report();
    }, REPORT_MS);
  };
  signal.addEventListener('abort', () => clearTimeout(nextReport));

  let life: AbortController | undefined;
  const followLife = () => {
    life?.abort();
    life = new AbortController();
    const both = AbortSignal.any([signal, life.signal]);
    window.addEventListener('pagehide', () => void tell(ask('page.left', { shownAt })), { signal: both });
    window.addEventListener('pageshow', ({ persisted }) => persisted && void comeBack(), { signal: both });
  };

  const askAgain = async () => {
    const answer = await tell(ask('site.ask', {}));
    if (answer?.enabled === false) controller.abort();
    else if (answer) take(answer);
  };

  // From the browser's history; meanwhile the site may have been switched off.
  const comeBack = async () => {
    await askAgain();
    if (signal.aborted) return;
    shownAt = Date.now();
    report();
  };

  // document.open() takes every listener of the page away, and brings a new root element.
  let root: Element | undefined;
  const renew = () => {
    if (root === rootElement()) return;
    root = rootElement() ?? undefined;
    input?.abort();
    input = undefined;
    followLife();
  };

  // Nothing listens on a page that has no mention.
  const listen = () => {
    if (mentions.size > 0 === (input !== undefined)) return;
    if (input) {
      input.abort();
      input = undefined;
      return;
    }
    input = new AbortController();
    const both = AbortSignal.any([signal, input.signal]);
    followPointer(
      { mentions, companion, shadowRoots: () => reader.shadowRoots, meet: (root) => reader.meet(root) },
      both,
    );
    // The page may take marks away, which no event tells: look when the reader does something.
    for (const type of ['pointermove', 'scrollend', 'keydown', 'focus', 'visibilitychange'])
      window.addEventListener(type, () => painter.restore(), { capture: true, passive: true, signal: both });
    followKeys({ companion, keys, step: (direction) => void tell(ask('mention.step', { direction })) }, both);
  };

  const settle = (isComplete: boolean) => {
    if (signal.aborted) return;
    if (!isConnected()) {
      controller.abort();
      return;
    }
    renew();
    if (mentions.decide()) paint();
    listen();
    companion.loaded?.refresh();
    for (const follow of followers) follow();
    if (isComplete) report();
  };

  let asked = 0;
  let countedFrom = 0;
  /** Lets a page that changes on and on wait, so that the background is not asked in every frame. */
  const pace = async () => {
    const now = performance.now();
    if (now - countedFrom > PACE_MS) {
      countedFrom = now;
      asked = 0;
    }
    if (++asked > AT_ONCE) await new Promise((rested) => setTimeout(rested, REST_MS));
  };

  let isAsking = false;
  /** How often other corrections came to hold: an answer from before is not taken. */
  let corrected = 0;
  let readTitle: string | undefined;
  /** Has the engine read what is new, in batches, one at a time; decides and paints after each. */
  const readOn = async (): Promise<void> => {
    // Before the answer is there, what stayed is found again: under a pointer that rests, no mention may be missing.
    settle(false);
    if (isAsking) return;
    isAsking = true;
    for (;;) {
      if (!reader.isComplete || mentions.unread.length > 0) await pace();
      if (signal.aborted) break;
      const texts = nextBatch(reader.unsifted, ({ text }) => text);
      if (texts.length > 0) {
        const answer = await tell(ask('texts.sift', { texts: texts.map(({ text }) => text) }));
        if (!answer || signal.aborted) break;
        reader.takeSifted(texts, answer.pieces);
      }
      const title = pageTitle();
      const blocks = nextBatch(mentions.unread, ({ block }) => block.text);
      const before = corrected;
      if (blocks.length === 0 && (title === readTitle || mentions.size === 0)) {
        if (reader.unsifted.length > 0) continue;
        break;
      }
      const answer = await tell(
        ask('blocks.read', {
          blocks: blocks.map(({ block: { text, isHeading } }) => ({ text, isHeading })),
          ...(title !== readTitle && { page: { title, url: location.origin } }),
        }),
      );
      if (!answer || signal.aborted) break;
      if (before !== corrected) continue;
      mentions.takeReadings(blocks, answer.readings, answer.related);
      if (answer.title) {
        mentions.takeTitle(answer.title);
        readTitle = title;
      }
      // What headings say counts before anything is marked.
      if (!(mentions.hasCandidates && reader.readHeadings())) settle(false);
    }
    isAsking = false;
    settle(reader.isComplete);
  };

  const takeKnown = (known: readonly string[]) => {
    mentions.takeKnown(known);
    corrected++;
    void readOn();
  };

  /** Takes what holds from now on. @returns whether code is read now that was not, or the other way round */
  const choose = (now: Settings) => {
    settings = now;
    mentions.markFirstOnly(now.marks === 'first');
    return readCode(now.code === 'read');
  };
  const take = (now: Told) => {
    if (choose(now.settings)) reader.readAgain();
    takeKnown(now.known);
  };

  choose(settings);
  const reader = new PageReader(
    mentions,
    { onRead: () => void readOn(), onTitle: () => void readOn() },
    signal,
  );

  const fromBackground = {
    from: (sender: { id?: string | undefined; tab?: unknown }) =>
      sender.id === contentRuntime().id && !sender.tab,
  };
  const handlers: Handlers = {
    'frame.stop': {
      ...fromBackground,
      answer() {
        controller.abort();
        return {};
      },
    },
    'frame.report': { ...fromBackground, answer: summary },
    'frame.step': { ...fromBackground, answer: async (request) => (await companion.load()).step(request) },
    'frame.show': {
      ...fromBackground,
      async answer(request) {
        const shown = (await companion.load()).show(request);
        paint();
        return shown;
      },
    },
    'frame.renew': {
      ...fromBackground,
      answer() {
        void askAgain();
        return {};
      },
    },
    'frame.return': {
      ...fromBackground,
      answer() {
        companion.loaded?.goBack();
        paint();
        return {};
      },
    },
  };
  const listener = receive(handlers, checkFrameRequest) as Parameters<
    ReturnType<typeof contentRuntime>['onMessage']['addListener']
  >[0];
  contentRuntime().onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    delete readingScope[READING_KEY];
    if (isConnected()) contentRuntime().onMessage.removeListener(listener);
  });
}

/** How often a page that goes on changing is reported, in milliseconds. */
const REPORT_MS = 300;

/** So often the background is asked at once within the time given, in milliseconds; then only after a rest each. */
const AT_ONCE = 20;
const PACE_MS = 1_000;
const REST_MS = 100;

/** Characters that the background is sent at a time, roughly. */
const BATCH_CHARACTERS = 200_000;

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

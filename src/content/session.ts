import type { Corrections } from '../core/corrections';
import type { FormFilter } from '../core/form-filter';
import { contentRuntime, isConnected } from '../platform/content-runtime';
import { checkFrameRequest } from '../protocol/frame-requests';
import { type Handlers, receive } from '../protocol/receive';
import { ask } from './background';
import { Cards } from './card/cards';
import { READING_KEY, readingScope } from './follow/reading';
import { followKeys } from './input/keys';
import { followPointer } from './input/pointer';
import { Tour } from './input/tour';
import { PageMentions, type StoredBlock } from './page/mentions';
import { PageReader } from './page/reader';
import { summarize } from './page/summary';
import { Painter } from './paint/highlight';

/** What the background told when the frame asked. */
interface Settings {
  readonly keys: { readonly next: string; readonly previous: string };
  readonly corrections: Corrections;
}

/**
 * One document's life with Sidelight: reads it, marks it, follows it, until the signal.
 * @param controller ends the session for good: the site was switched off, or the extension is gone
 */
export function startSession(
  filter: FormFilter,
  { keys, corrections }: Settings,
  controller: AbortController,
): void {
  const { signal } = controller;
  const mentions = new PageMentions(filter);
  mentions.takeCorrections(corrections);
  const painter = new Painter(signal);
  const cards = new Cards(
    mentions,
    { onChange: () => paint(), onCorrected: (now) => takeCorrections(now) },
    signal,
  );
  const tour = new Tour(mentions, cards);
  const followers = new Set<() => void>();
  readingScope[READING_KEY] = { mentions, followers, signal };
  let lastReport = '';
  let shownAt = performance.timeOrigin;
  let input: AbortController | undefined;

  const paint = () => {
    const { open, pinned } = cards.shown;
    const isOpen = (key: number) => key === open || key === tour.flashed;
    const marked = [...mentions.inOrder()].filter((mention) => mention.isMarked || isOpen(mention.key));
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
      else console.debug('Sidelight could not reach its background:', error);
      return undefined;
    }
  };

  const summary = () => ({ shownAt, cards: summarize(mentions.inOrder()) });
  const report = () => {
    const request = summary();
    const text = JSON.stringify(request);
    if (text === lastReport) return;
    lastReport = text;
    void tell(ask('page.scanned', request));
  };

  let life: AbortController | undefined;
  const followLife = () => {
    life?.abort();
    life = new AbortController();
    const both = AbortSignal.any([signal, life.signal]);
    window.addEventListener('pagehide', () => void tell(ask('page.left', { shownAt })), { signal: both });
    window.addEventListener('pageshow', ({ persisted }) => persisted && void comeBack(), { signal: both });
  };

  // From the browser's history; meanwhile the site may have been switched off.
  const comeBack = async () => {
    const answer = await tell(ask('site.ask', {}));
    if (answer?.enabled === false) {
      controller.abort();
      return;
    }
    if (answer) takeCorrections(answer.corrections);
    shownAt = Date.now();
    report();
  };

  // document.open() takes every listener of the page away, and brings a new root element.
  let root: Element | undefined;
  const renew = () => {
    if (root === document.documentElement) return;
    root = document.documentElement;
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
      { mentions, cards, shadowRoots: () => reader.shadowRoots, meet: (root) => reader.meet(root) },
      both,
    );
    followKeys({ cards, keys, step: (direction) => void tell(ask('mention.step', { direction })) }, both);
  };

  const settle = (isComplete: boolean) => {
    if (signal.aborted) return;
    if (!isConnected()) {
      controller.abort();
      return;
    }
    mentions.decide();
    paint();
    renew();
    listen();
    cards.refresh();
    for (const follow of followers) follow();
    if (isComplete) report();
  };

  let isAsking = false;
  let readTitle: string | undefined;
  /** Has the engine read what is new, in batches, one at a time; decides and paints after each. */
  const readOn = async (): Promise<void> => {
    if (isAsking) return settle(false);
    isAsking = true;
    for (;;) {
      const { title } = document;
      const blocks = nextBatch(mentions.unread);
      if (blocks.length === 0 && (title === readTitle || mentions.size === 0)) break;
      const answer = await tell(
        ask('blocks.read', {
          blocks: blocks.map(({ block: { text, isHeading } }) => ({ text, isHeading })),
          ...(title !== readTitle && { page: { title, url: location.origin } }),
        }),
      );
      if (!answer || signal.aborted) break;
      mentions.takeReadings(blocks, answer.readings, answer.related);
      if (answer.title) {
        mentions.takeTitle(answer.title);
        readTitle = title;
      }
      settle(false);
    }
    isAsking = false;
    settle(reader.isComplete);
  };

  const takeCorrections = (now: Corrections) => {
    mentions.takeCorrections(now);
    settle(false);
    // While nothing was linked, changes of the title were not read; and what was found has to be reported.
    void readOn();
  };

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
    'frame.step': { ...fromBackground, answer: (request) => tour.step(request) },
    'frame.show': {
      ...fromBackground,
      async answer(request) {
        const shown = tour.show(request);
        paint();
        return shown;
      },
    },
    'frame.correct': {
      ...fromBackground,
      answer(now) {
        takeCorrections(now);
        return {};
      },
    },
    'frame.return': {
      ...fromBackground,
      answer() {
        tour.goBack();
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

/** Characters that the engine is sent at a time, roughly. */
const BATCH_CHARACTERS = 100_000;

function nextBatch(unread: readonly StoredBlock[]): StoredBlock[] {
  const batch: StoredBlock[] = [];
  let characters = 0;
  for (const stored of unread) {
    if (characters >= BATCH_CHARACTERS) break;
    characters += stored.block.text.length;
    batch.push(stored);
  }
  return batch;
}

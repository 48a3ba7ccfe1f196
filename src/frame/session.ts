import type { Settings } from '../core/settings';
import { ask } from '../page/ask';
import { readCode } from '../page/elements';
import { passOver } from '../page/pass-over';
import { READING_KEY, readingScope } from '../page/reading';
import { contentRuntime, isConnected } from '../platform/content-runtime';
import { readyState, rootElement } from '../platform/dom';
import { checkFrameRequest } from '../protocol/frame-requests';
import type { Responses } from '../protocol/messages';
import { type Handlers, receive, type Sender } from '../protocol/receive';
import { LazyCompanion } from './companion';
import { EngineQueue } from './engine-queue';
import { followKeys } from './input/keys';
import { listenFirst, listenNoMore, takeFirst } from './input/own-events';
import { followPointer } from './input/pointer';
import { endForSuccessor } from './leftovers';
import { Painter } from './paint/highlight';
import { PageMentions } from './reader/mentions';
import { PageReader } from './reader/reader';
import { summarize } from './reader/summary';
import { Reporter } from './report';

/** What the background told when the frame asked. */
interface Told {
  readonly keys: Responses['site.ask']['keys'];
  readonly known: readonly string[];
  readonly settings: Settings;
}

/**
 * One document's life with Sidelight: reads it, marks it, follows it, until the signal.
 * @param controller ends the session for good: the site was switched off, or the extension is gone
 * @param rest ends it until the page comes back from the browser's history
 */
export function startSession(
  { keys, known, settings }: Told,
  controller: AbortController,
  rest: () => void,
): void {
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

  const reporter = new Reporter(
    {
      report: () => ({ cards: summarize(mentions.all()), hasUnreadCode: mentions.hasUnreadCode }),
      pace: () => reader.pace,
      tell: () => void tell(ask('page.scanned', {})),
    },
    signal,
  );

  let life: AbortController | undefined;
  const followLife = () => {
    life?.abort();
    life = new AbortController();
    const both = AbortSignal.any([signal, life.signal]);
    const leave = ({ persisted }: PageTransitionEvent) => {
      reporter.leave();
      // The extension may be gone when the page comes back: Firefox would then show marks that nothing can take away.
      if (persisted) rest();
    };
    window.addEventListener('pagehide', leave, { signal: both });
    endForSuccessor(controller, both);
  };

  const askAgain = async () => {
    const answer = await tell(ask('site.ask', {}));
    if (answer?.enabled === false) controller.abort();
    else if (answer) take(answer);
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

  // The extension may be gone, and the page may have taken marks away, which no event tells.
  const look = () => {
    if (isConnected()) painter.restore();
    else controller.abort();
  };

  // Nothing listens on a page that has no mention.
  const listen = (isComplete: boolean) => {
    if (mentions.size > 0) listenFirst(signal);
    else if (isComplete && readyState() !== 'loading') listenNoMore();
    if (mentions.size > 0 === (input !== undefined)) return;
    if (input) {
      input.abort();
      input = undefined;
      return;
    }
    input = new AbortController();
    const both = AbortSignal.any([signal, input.signal]);
    for (const type of READER_EVENTS)
      window.addEventListener(type, look, { capture: true, passive: true, signal: both });
    followPointer(
      { mentions, companion, shadowRoots: () => reader.shadowRoots, meet: (root) => reader.meet(root) },
      both,
    );
    takeFirst((event) => {
      // What is done on a card comes no further than this.
      if (isConnected()) companion.loaded?.takeEvent(event);
      else controller.abort();
    }, both);
    followKeys(
      {
        companion,
        keys,
        step: (direction) => void tell(ask('mention.step', { direction })),
        open: () => void tell(ask('mention.open', {})),
      },
      both,
    );
  };

  const settle = (isComplete: boolean) => {
    if (signal.aborted) return;
    if (!isConnected()) {
      controller.abort();
      return;
    }
    passOver(renew);
    if (passOver(() => mentions.decide())) passOver(paint);
    passOver(() => listen(isComplete));
    passOver(() => companion.loaded?.refresh());
    for (const follow of followers) passOver(follow);
    if (isComplete) passOver(() => reporter.update());
  };

  const queue = new EngineQueue({ mentions, reader: () => reader, tell, settle }, signal);
  const readOn = () => void queue.readOn();
  const takeKnown = (known: readonly string[]) => {
    mentions.takeKnown(known);
    void queue.readAgain();
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
  const reader = new PageReader(mentions, { onRead: readOn, onTitle: readOn }, signal);

  window.addEventListener('DOMContentLoaded', () => listen(reader.isComplete), { once: true, signal });

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
    'frame.report': { from: isOwnPage, answer: () => ({ answer: reporter.answer() }) },
    'frame.step': {
      ...fromBackground,
      async answer(request) {
        const stepped = await (await companion.load()).step(request);
        if (stepped.moved) reporter.reach();
        return stepped;
      },
    },
    'frame.open': { ...fromBackground, answer: () => companion.loaded?.open() ?? { isDone: false } },
    'frame.show': {
      ...fromBackground,
      async answer(request) {
        const shown = (await companion.load()).show(request);
        if (shown.position > 0) reporter.reach();
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
        reporter.reach(false);
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

/** What a reader does, or what tells that a reader is back. */
const READER_EVENTS = ['pointermove', 'pointerdown', 'scrollend', 'keydown', 'focus', 'visibilitychange'];

/** The extension's own pages, also those in a tab; no script in a page. */
const isOwnPage = ({ id, url, tab }: Sender) => {
  const { id: own, getURL } = contentRuntime();
  return id === own && (!tab || url?.startsWith(getURL('')) === true);
};

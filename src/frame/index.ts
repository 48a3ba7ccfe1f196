import { setCodeRead } from '../page/elements';
import { LazyScript } from '../page/lazy-script';
import { MARK_KEY, type MarkPart, type MarkPorts } from '../page/mark-script';
import { DocumentLifetime } from './document-lifetime';
import { addCaptureHandler } from './event-capture';
import { answerBackground } from './handlers';
import { PageUpdate } from './page-update';
import { publishSession } from './publish-session';
import { ReadLoop } from './read-loop';
import { PageMentions } from './reader/mentions';
import { PageReader } from './reader/reader';
import { summarize } from './reader/summary';
import { Reporter } from './report';
import { Screening } from './screening';
import { createSend } from './send';
import { type SessionStart, startSession } from './session-lifecycle';
import { SiteRules } from './site-rules';

// The script in every frame: reads its page, and decides what its mentions are.
// - When the document is worth reading, `startSession` creates a session: one for each document, until it is left.
// - The reader finds blocks that may hold mentions, at first and after every change of the page: the loop runs.
// - If they pass the screening, the loop has the background read them, and loads the site's rules and the mark script.
// - After each batch the page is updated: mentions are decided, marked, reported to the background.
// - The background's requests, and what the mark script needs, are answered from the same parts.

function createSession({ stored, wasInjected, controller, suspend }: SessionStart): void {
  const { signal } = controller;
  const end = () => controller.abort();
  const send = createSend(controller);
  setCodeRead(stored.readsCode);

  const mentions = new PageMentions();
  const screening = new Screening(stored.filter);
  const run = () => void loop.run();
  const reader = new PageReader(mentions, stored.filter, { onRead: run, onTitle: run }, signal);
  const rules = new SiteRules({
    ask: () => send('site.ask', {}),
    onRules: (now) => page.apply(now),
    onDisabled: end,
  });
  const markPorts: MarkPorts = {
    mentions,
    settings: () => rules.known.settings,
    known: () => mentions.knownCards,
    keys: () => rules.known.keys,
    shadowRoots: () => reader.shadowRoots,
    addShadowRoot: (root) => reader.addShadowRoot(root),
    addCaptureHandler,
    send: (name, request) => void send(name, request),
    onCorrected: (corrections) => page.correct(corrections),
    onGone: end,
  };
  const marks = new LazyScript<MarkPorts, MarkPart>('mark', MARK_KEY, markPorts, signal);
  const report = () => ({ cards: summarize(mentions.inOrder()), hasUnreadCode: mentions.hasUnreadCode });
  const notify = () => void send('page.scanned', {});
  const reporter = new Reporter({ report, backoffMs: () => reader.backoffMs, notify }, signal);
  const onLeave = (isPersisted: boolean) => {
    reporter.leave();
    if (wasInjected) void send('page.replaced', {});
    // The extension may be gone when the page comes back: Firefox would then show marks that nothing can remove.
    if (isPersisted) suspend();
  };
  const lifetime = new DocumentLifetime({ controller, onLeave });
  const notifyFollowers = publishSession(mentions, signal);
  const page = new PageUpdate(
    { mentions, reader, rules, marks, reporter, lifetime, notifyFollowers, run },
    controller,
  );
  const loop = new ReadLoop(
    {
      mentions,
      reader,
      mayHoldMentions: (blocks) => screening.passes(blocks, reader.shadowRoots),
      prepare: async () => (await Promise.all([rules.load(), marks.load()]))[0] !== undefined,
      read: (request) => send('blocks.read', request),
      update: (isComplete) => page.update(isComplete),
    },
    signal,
  );
  answerBackground({ stop: end, refresh: () => void page.refresh(), reporter, marks }, signal);
}

startSession(createSession);

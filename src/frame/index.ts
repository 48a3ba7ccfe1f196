import { isPrerendering, page, readyState } from '../platform/dom';
import { ownGlobal } from '../platform/own-global';
import { clearLeftovers } from './leftovers';
import { listenFirst, listenNoMore } from './own-events';
import { untilReadable } from './readable';
import { Session } from './session';
import { readStart } from './stored';

/** Where a running session can be found by the script's next run in the same document. */
const SESSION_KEY = 'sidelightSession';
/** Frames that are narrower or lower show nothing to read: trackers, players' helpers, hidden ones. In CSS pixels. */
const LEAST_WIDTH = 60;
const LEAST_HEIGHT = 30;

/** Put into a page that was there already: at an installation, an update, a grant. */
const IS_LATE = self === top && readyState() !== 'loading';

interface Running {
  readonly document: Document;
  readonly controller: AbortController;
}

const scope = globalThis as { [SESSION_KEY]?: Running };

/** Starts a session, unless one is running: the script runs again after a grant, or when its site is switched on. */
async function start(controller: AbortController): Promise<void> {
  const { signal } = controller;
  // A page that is fetched ahead is no page that the reader has opened.
  if (isPrerendering()) await next(page, 'prerenderingchange', signal);
  await untilReadable(signal);
  while (self !== top && (innerWidth < LEAST_WIDTH || innerHeight < LEAST_HEIGHT)) {
    listenNoMore();
    await next(window, 'resize', signal);
  }
  const stored = await readStart();
  if (stored.isOff) controller.abort();
  if (!signal.aborted) new Session(stored, IS_LATE, controller, () => rest(controller));
}

function next(target: EventTarget, type: string, signal: AbortSignal): Promise<unknown> {
  return new Promise((happened) => target.addEventListener(type, happened, { once: true, signal }));
}

/** Ends a session whose page is left, and begins another if the page comes back from the browser's history. */
function rest(controller: AbortController): void {
  controller.abort();
  window.addEventListener('pageshow', begin, { once: true });
}

function begin(): void {
  const running = ownGlobal<Running>(SESSION_KEY);
  if (running?.document === page) return;
  // A frame's first, empty document leaves its window, and so this world, to the next one.
  running?.controller.abort();
  clearLeftovers();
  const controller = new AbortController();
  scope[SESSION_KEY] = { document: page, controller };
  // Before the page's own scripts.
  listenFirst(controller.signal);
  // Nothing of an ended session is kept alive, and another may start.
  controller.signal.addEventListener('abort', () => delete scope[SESSION_KEY], { once: true });
  start(controller).catch((error: unknown) => {
    console.debug('Sidelight:', error);
    controller.abort();
  });
}

begin();

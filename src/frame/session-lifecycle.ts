import { isPrerendering, page, readyState } from '../platform/dom';
import { ownGlobal } from '../platform/own-global';
import { siteOf } from '../settings/keys';
import { startCapture, stopCapture } from './event-capture';
import { untilReadable } from './readable';
import { cleanUpStaleSessions } from './stale-sessions';
import { readInitial, type Stored } from './stored';

/** Where the script's next run in the same document finds the running session. */
const SESSION_KEY = 'sidelightSession';
/** Smaller frames show nothing to read: trackers, players' helpers, hidden frames. In CSS pixels. */
const MIN_WIDTH = 60;
const MIN_HEIGHT = 30;

/** Injected into a page that was open already: after an installation, an update, a grant. Not the welcome page. */
const WAS_INJECTED = self === top && readyState() !== 'loading' && siteOf(location.href) !== null;

/** What a session starts with. */
export interface SessionStart {
  readonly stored: Stored;
  /** Whether the document was loaded before the script. */
  readonly wasInjected: boolean;
  /** Ends the session for good: the site was switched off, or the extension is gone. */
  readonly controller: AbortController;
  /** Ends the session until the page comes back from the back/forward cache. */
  suspend(): void;
}

type CreateSession = (start: SessionStart) => void;

interface RunningSession {
  readonly document: Document;
  readonly controller: AbortController;
}

const scope = globalThis as { [SESSION_KEY]?: RunningSession };

/**
 * Creates a session once the document is worth reading, unless the document has one: the script runs again after a grant,
 * or when its site is switched on.
 */
export function startSession(create: CreateSession): void {
  const running = ownGlobal<RunningSession>(SESSION_KEY);
  if (running?.document === page) return;
  // A frame's initial empty document leaves its window, and so this world, to the next one.
  running?.controller.abort();
  cleanUpStaleSessions();
  const controller = new AbortController();
  scope[SESSION_KEY] = { document: page, controller };
  // Before the page's own scripts.
  startCapture(controller.signal);
  // Nothing of an ended session is kept alive, and another one may start.
  controller.signal.addEventListener('abort', () => delete scope[SESSION_KEY], { once: true });
  createWhenReadable(create, controller).catch((error: unknown) => {
    console.debug('Sidelight:', error);
    controller.abort();
  });
}

async function createWhenReadable(create: CreateSession, controller: AbortController): Promise<void> {
  const { signal } = controller;
  // The reader may never open a prerendered page.
  if (isPrerendering()) await nextEvent(page, 'prerenderingchange', signal);
  await untilReadable(signal);
  while (self !== top && (innerWidth < MIN_WIDTH || innerHeight < MIN_HEIGHT)) {
    stopCapture();
    await nextEvent(window, 'resize', signal);
  }
  const stored = await readInitial();
  if (stored.isOff) controller.abort();
  if (signal.aborted) return;
  const suspend = () => {
    controller.abort();
    window.addEventListener('pageshow', () => startSession(create), { once: true });
  };
  create({ stored, wasInjected: WAS_INJECTED, controller, suspend });
}

function nextEvent(target: EventTarget, type: string, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true, signal }));
}

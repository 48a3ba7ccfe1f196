// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let isInstalled = true;
vi.mock('../../src/platform/content-runtime', () => ({
  isConnected: () => isInstalled,
  shadowRootOf: () => null,
}));
const { DocumentLifetime } = await import('../../src/frame/document-lifetime');
const { cleanUpStaleSessions } = await import('../../src/frame/stale-sessions');
vi.stubGlobal('CSS', { highlights: new Map() });

let controller: AbortController;
let left: boolean[];
let lifetime: InstanceType<typeof DocumentLifetime>;

beforeEach(() => {
  isInstalled = true;
  controller = new AbortController();
  left = [];
  lifetime = new DocumentLifetime({ controller, onLeave: (isPersisted) => left.push(isPersisted) });
});
afterEach(() => controller.abort());

const leave = (persisted: boolean) =>
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted }));

it.each([true, false])('a page that is left is told once, with whether it may come back: %s', (persisted) => {
  lifetime.rebind();
  lifetime.rebind();
  leave(persisted);
  expect(left).toEqual([persisted]);
});

/** Does what `document.open()` does in browsers, and not in jsdom: removes the root element and the window's listeners. */
function openDocument(added: ReturnType<typeof spyOnListeners>): void {
  for (const [type, listener] of added.mock.calls) window.removeEventListener(type, listener);
  document.documentElement.replaceWith(document.createElement('html'));
}

const spyOnListeners = () => vi.spyOn(window, 'addEventListener');

it('a page that the page itself opened anew is told once, too', () => {
  const added = spyOnListeners();
  lifetime.rebind();
  openDocument(added);
  added.mockRestore();
  lifetime.rebind();
  leave(false);
  expect(left).toEqual([false]);
});

it('a new root element alone has nothing told twice', () => {
  lifetime.rebind();
  document.documentElement.replaceWith(document.createElement('html'));
  lifetime.rebind();
  leave(false);
  expect(left).toEqual([false]);
});

it('a session that has ended is told nothing', () => {
  lifetime.rebind();
  controller.abort();
  leave(false);
  expect(left).toEqual([]);
});

it('the session of an extension that is gone ends when another one starts, and the page can no longer reach it', () => {
  lifetime.rebind();
  isInstalled = false;
  cleanUpStaleSessions();
  expect(controller.signal.aborted).toBe(true);
});

it('a session whose extension is there goes on, whatever starts or the page sends', () => {
  lifetime.rebind();
  cleanUpStaleSessions();
  expect(controller.signal.aborted).toBe(false);
});

import { READING_KEY, type Reading } from '../page/reading';
import { type ContentPort, contentRuntime, isConnected } from '../platform/content-runtime';
import { ownGlobal } from '../platform/own-global';
import { READING_PORT } from '../protocol/reading-port';
import { follow } from './follow';

/** A panel that has not called by then, in milliseconds, has closed meanwhile. */
const PATIENCE_MS = 5_000;

/** Waits for panels to call, and follows for each until it hangs up. After the last one, nothing is left. */
function serve(reading: Reading): void {
  const { onConnect, id, getURL } = contentRuntime();
  const ends = new AbortController();
  const signal = AbortSignal.any([reading.signal, ends.signal]);
  let callers = 0;

  const take = (port: ContentPort) => {
    const { name, sender } = port;
    if (name !== READING_PORT || sender?.id !== id || !sender.url?.startsWith(getURL(''))) return;
    callers += 1;
    port.onDisconnect.addListener(() => {
      callers -= 1;
      if (callers === 0) ends.abort();
    });
    follow(reading, port, signal);
  };
  const timer = setTimeout(() => {
    if (callers === 0) ends.abort();
  }, PATIENCE_MS);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    reading.isServed = false;
    if (isConnected()) onConnect.removeListener(take);
  });
  // A page that is kept for the browser's history is not being read; when it comes back, the panel calls again.
  window.addEventListener('pagehide', () => ends.abort(), { signal });
  onConnect.addListener(take);
  reading.isServed = true;
}

const reading = ownGlobal<Reading>(READING_KEY);
if (reading && !reading.isServed) serve(reading);

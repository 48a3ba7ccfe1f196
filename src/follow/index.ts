import { SESSION_HANDLE_KEY, type SessionHandle } from '../page/session-handle';
import { type ContentPort, contentRuntime, isConnected } from '../platform/content-runtime';
import { ownGlobal } from '../platform/own-global';
import { READING_PORT } from '../protocol/reading-port';
import { follow } from './follow';

/** A panel that has not connected by then was closed meanwhile. In milliseconds. */
const CONNECT_TIMEOUT_MS = 5_000;

/** Accepts connections from panels, and follows the reader for each. Ends after the last one. */
function serve(reading: SessionHandle): void {
  const { onConnect, id, getURL } = contentRuntime();
  const controller = new AbortController();
  const signal = AbortSignal.any([reading.signal, controller.signal]);
  let connections = 0;

  const accept = (port: ContentPort) => {
    const { name, sender } = port;
    if (name !== READING_PORT || sender?.id !== id || !sender.url?.startsWith(getURL(''))) return;
    connections += 1;
    port.onDisconnect.addListener(() => {
      connections -= 1;
      if (connections === 0) controller.abort();
    });
    follow(reading, port, signal);
  };
  const timer = setTimeout(() => {
    if (connections === 0) controller.abort();
  }, CONNECT_TIMEOUT_MS);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    reading.isFollowed = false;
    if (isConnected()) onConnect.removeListener(accept);
  });
  // A page in the back/forward cache is not being read; when it comes back, the panel connects again.
  window.addEventListener('pagehide', () => controller.abort(), { signal });
  onConnect.addListener(accept);
  reading.isFollowed = true;
}

const reading = ownGlobal<SessionHandle>(SESSION_HANDLE_KEY);
if (reading && !reading.isFollowed) serve(reading);

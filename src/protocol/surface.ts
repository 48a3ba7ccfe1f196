import { api } from '../platform/browser';
import type { MessageName, Request, Responses } from './messages';
import { sendVia } from './send';

/**
 * Sends a message from an extension page to the background.
 * @throws Error where the background refused it or did not answer
 */
export function send<N extends MessageName>(name: N, request: Request<N>): Promise<Responses[N]> {
  return sendVia((envelope) => api.runtime.sendMessage(envelope), name, request);
}

/**
 * Sends a message from the background to one frame.
 * @throws Error where the frame has no content script of ours, or refused it
 */
export function sendToFrame<N extends MessageName>(
  tabId: number,
  frameId: number,
  name: N,
  request: Request<N>,
): Promise<Responses[N]> {
  return sendVia((envelope) => api.tabs.sendMessage(tabId, envelope, { frameId }), name, request);
}

/**
 * Tells every frame of a tab something. Frames without a session of ours, and tabs without frames of ours, are no
 * error.
 */
export async function notifyFrames(tabId: number, name: 'frame.stop' | 'frame.renew'): Promise<void> {
  await sendVia((envelope) => api.tabs.sendMessage(tabId, envelope), name, {}).catch(() => undefined);
}

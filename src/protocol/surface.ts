import { api } from '../platform/browser';
import type { MessageName, Request, Responses } from './messages';
import { sendVia } from './send';

/**
 * Sends a message from an extension page to the background.
 * @throws Refusal where the background refused it; Error where it did not answer
 */
export function send<N extends MessageName>(name: N, request: Request<N>): Promise<Responses[N]> {
  return sendVia((envelope) => api.runtime.sendMessage(envelope), name, request);
}

/**
 * Sends a message from the background to one frame.
 * @throws Refusal where the frame refused it; Error where the frame has no session
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
 * Sends a message to every frame of a tab. Frames without a session are ignored.
 */
export async function notifyFrames(tabId: number, name: 'frame.stop' | 'frame.renew'): Promise<void> {
  await sendVia((envelope) => api.tabs.sendMessage(tabId, envelope), name, {}).catch(() => undefined);
}

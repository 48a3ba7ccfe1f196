import { contentRuntime } from '../platform/content-runtime';
import type { MessageName, Request, Responses } from '../protocol/messages';
import { sendVia } from '../protocol/send';

/**
 * Sends a request to the background. If the background was stopped before it answered, the request is sent once more, and
 * the browser starts it again.
 * @throws Error if it refused, or if the extension is gone
 */
export async function ask<N extends MessageName>(name: N, request: Request<N>): Promise<Responses[N]> {
  const send = () => sendVia((envelope) => contentRuntime().sendMessage(envelope), name, request);
  try {
    return await send();
  } catch (error) {
    if (error instanceof Error && /^Nobody|(channel|port) closed|not establish/i.test(error.message))
      return send();
    throw error;
  }
}

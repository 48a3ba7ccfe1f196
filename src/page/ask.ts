import { contentRuntime } from '../platform/content-runtime';
import type { MessageName, Request, Responses } from '../protocol/messages';
import { sendVia } from '../protocol/send';

/**
 * Asks the background. A background that was stopped with a request in its hands is asked once more: the browser
 * starts it again for the second.
 * @throws Error where it refused, or where the extension is gone
 */
export async function ask<N extends MessageName>(name: N, request: Request<N>): Promise<Responses[N]> {
  const carry = () => sendVia((envelope) => contentRuntime().sendMessage(envelope), name, request);
  try {
    return await carry();
  } catch (error) {
    if (
      error instanceof Error &&
      /Nobody answered|message (channel|port) closed|Could not establish/i.test(error.message)
    )
      return carry();
    throw error;
  }
}

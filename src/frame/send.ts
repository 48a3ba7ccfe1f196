import { ask } from '../page/ask';
import { isConnected } from '../platform/content-runtime';
import type { MessageName, Request, Responses } from '../protocol/messages';

/** Sends a message to the background; resolves to undefined where that failed. */
export type Send = <N extends MessageName>(name: N, request: Request<N>) => Promise<Responses[N] | undefined>;

/** @param controller is aborted when the extension is gone, so that nobody can answer any more */
export function createSend(controller: AbortController): Send {
  return async (name, request) => {
    try {
      return await ask(name, request);
    } catch (error) {
      if (!isConnected()) controller.abort();
      else console.debug('Sidelight:', error);
      return undefined;
    }
  };
}
